import { QUESTION_LIMIT } from '#platforms/slack/rendering/modal.ts';

/** Slack takes 40 000 characters, and a question 1 000; between the two there is room for markup. */
const RAW_LIMIT = 4 * QUESTION_LIMIT;

/** Slack's markup for everything that is not plain text: mentions, channels, links, dates, commands. */
const TOKEN = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
/** Stand, in what is being read, for what somebody was called by and for a bare link; Slack sends neither sign. */
const [called, linked] = ['\u{E000}', '\u{E001}'];
const EMOJI = /(?<![\w:])(?::[a-z0-9_+'-]{1,100}:)+(?![\w:])/g;
/** As a person types a name where Slack makes no mention of it; "@slack/bolt" is a package. */
const TYPED_NAME = /(?<![\p{L}\p{N}_/.])@(?=\p{L})[\p{L}\p{N}_.-]*[\p{L}\p{N}_](?![\p{L}\p{N}_/])/gu;

/**
 * What the writer of a message asks: without the bot's mention wherever it stands, nor anybody else's, of whom nothing is to
 * be kept; without channels, groups, emoji and bare links; links by their words, without the marks of bold, italic, struck
 * and code words, Slack's entities turned back.
 */
export function readSlackText(text: string): string {
  const links: string[] = [];
  const read = cutRaw(text)
    .replace(/[\u{E000}\u{E001}]/gu, '')
    .replace(TOKEN, (_all, sign: string, id: string, label = '') => readToken(sign, id, label, links))
    .replace(/(?<![\p{L}\p{N}])([*_~`]{1,3})(?=\S)((?:(?!\1)[^\n])+)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    // Somebody's id that was typed, or quoted in a code word.
    .replace(/<[@!][^<>\s]*>?/g, called)
    .replace(TYPED_NAME, called)
    .replace(EMOJI, ' ');
  return removeCalls(placeLinks(read, links))
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Before any pattern runs over it. A token that is cut through would show half an id. */
function cutRaw(text: string): string {
  return text.length <= RAW_LIMIT ? text : text.slice(0, RAW_LIMIT).replace(/<[^<>]*$/, '');
}

function readToken(sign: string, id: string, label: string, links: string[]): string {
  // Of all that has an exclamation mark only a date stands for words.
  if (sign === '!' && id.startsWith('date^')) return label;
  if (sign !== '' || /^(?:mailto|tel):/.test(id)) return called;
  if (label !== '' && !/^[a-z]+:\/\//i.test(label)) return label;
  links.push(id);
  return linked;
}

const CALLS_BEFORE = new RegExp(`^(?:\\s*${called})+(?:[\\s,:;!–—-]|\\.(?=\\s))*`, 'u');
const CALLS_WITHIN = new RegExp(`[ \\t]*,?[ \\t]*${called}[ \\t]*([?!.](?=\\s|$))?[,:;]?`, 'gu');

/** Who was called says nothing of what is asked, nor does the comma beside it. */
function removeCalls(text: string): string {
  return text.replace(CALLS_BEFORE, '').replace(CALLS_WITHIN, '$1 ');
}

/** Words that what is asked about comes right after. */
const ASKS_ABOUT = new RegExp(
  `\\b(?:do|does|did|is|are|was|were|can|could|will|would|has|have|about|of|for|status|search|issue)[ \\t]+${linked}`,
  'i',
);

/** A bare link says nothing of what is asked, unless it stands in the place of a name: then that of what it leads to. */
function placeLinks(text: string, links: readonly string[]): string {
  if (links.length === 0) return text;
  const isNamed = ASKS_ABOUT.test(text) || !/[\p{L}\p{N}]/u.test(text);
  let index = 0;
  return text.replaceAll(linked, () => {
    const name = isNamed ? nameOfLink(links[index]) : '';
    index++;
    return ` ${name} `;
  });
}

/** Hosts of other people's things: the name is the last part of the path. */
const SHARED_HOST = /(?:^|\.)(?:github|gitlab|bitbucket|sourceforge|codeberg|npmjs|pypi)\.(?:com|org|net|io)$/;

function nameOfLink(url = ''): string {
  const { hostname = '', pathname = '' } = URL.parse(url) ?? {};
  const last = pathname.split('/').filter(Boolean).at(-1);
  if (last !== undefined && SHARED_HOST.test(hostname)) return last;
  return hostname.split('.').at(-2) ?? hostname;
}
