import { listMarkedTexts, walkObjects } from './message-texts.ts';
import type { JsonObject } from './slack-json.ts';

const mentionElements: Readonly<Record<string, (element: JsonObject) => string>> = {
  user: (element) => `<@${element.user_id}>`,
  usergroup: (element) => `<!subteam^${element.usergroup_id}>`,
  broadcast: (element) => `<!${element.range}>`,
  channel: (element) => `<#${element.channel_id}>`,
  team: (element) => `<!team^${element.team_id}>`,
};

/**
 * Everything in a message (or view) that would ping somebody or become a link to a channel, as Slack writes it.
 * `expected`: mentions that are meant, such as the asker's.
 */
export function findLiveMentions(message: object, expected: readonly string[] = []): string[] {
  const body = message as JsonObject;
  const found = listMarkedTexts(body).flatMap(({ text }) => [
    // A date is the one token with an exclamation mark that stands for nobody.
    ...(text.match(/<(?:@[^<>]*|#[^<>]*|!(?!date\^)[^<>]*)>/g) ?? []).map((token) => token.replace(/\|.*>$/, '>')),
    // With these flags Slack looks for names that are written plainly, too.
    ...(isLinkingNames(body)
      ? (text.match(/(?<![\w@])@(?:channel|here|everyone)\b|(?<![\w#&])#[a-z][\w-]*/g) ?? [])
      : []),
  ]);
  for (const { value } of walkObjects([body.blocks, body.attachments])) {
    const write = typeof value.type === 'string' ? mentionElements[value.type] : undefined;
    if (write !== undefined) found.push(write(value));
  }
  return found.filter((mention) => !expected.includes(mention));
}

const isLinkingNames = (body: JsonObject) =>
  body.parse === 'full' || body.link_names === true || body.link_names === 'true';

/** Links that lead nowhere, or elsewhere than their words say; each with the reason. */
export function findBrokenLinks(message: object): string[] {
  const body = message as JsonObject;
  const fromTexts = listMarkedTexts(body).flatMap(({ pointer, text }) =>
    findBrokenTokens(text).map((fault) => `${pointer}: ${fault}`),
  );
  const fromElements = [
    ...walkObjects(body.blocks, '/blocks'),
    ...walkObjects(body.attachments, '/attachments'),
  ].flatMap(({ pointer, value }) => {
    if (typeof value.url !== 'string' || !['link', 'button'].includes(String(value.type))) return [];
    const fault = explainLink(value.url, value.type === 'link' ? String(value.text ?? '') : '');
    return fault === undefined ? [] : [`${pointer}: ${fault}`];
  });
  return [...fromTexts, ...fromElements];
}

function findBrokenTokens(text: string): string[] {
  const faults: string[] = [];
  for (const [, inside = ''] of text.matchAll(/<([^<>]*)>/g)) {
    if (/^[@#!]/.test(inside)) continue;
    const bar = inside.indexOf('|');
    const fault = explainLink(
      unescapeText(bar < 0 ? inside : inside.slice(0, bar)),
      bar < 0 ? '' : unescapeText(inside.slice(bar + 1)),
    );
    if (fault !== undefined) faults.push(fault);
  }
  const rest = text.replace(/<[^<>]*>/g, '');
  if (rest.includes('<'))
    faults.push(`an unescaped "<" near "${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 20)}"`);
  return faults;
}

function explainLink(address: string, label: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || /\s/.test(address)) return `"${address}" is no URL`;
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return `"${address}" is neither http(s) nor mailto`;
  if (url.protocol === 'mailto:') return undefined;
  if (url.hostname === '') return `"${address}" has no host`;
  const other = listHosts(label).find((host) => !isSameSite(host, url.hostname));
  return other === undefined ? undefined : `the words "${label}" show ${other}, but the link goes to ${url.hostname}`;
}

// Bare names are taken for hosts only with an ending that Slack itself would link; "Node.js" is no host.
const endings =
  'com|org|net|io|dev|app|info|biz|co|edu|gov|mil|me|tv|ly|gg|ai|cloud|uk|de|fr|nl|eu|ch|jp|cn|ru|us|in|test|example';
const shownHost = new RegExp(
  `(?:[a-z][a-z0-9+.-]*://|\\bwww\\.)([^\\s/?#:|<>]+)|\\b((?:[a-z0-9-]+\\.)+(?:${endings}))\\b(?![.\\w@-])`,
  'gi',
);
// Names of products that merely look like hosts.
const products = new Set(['asp.net', 'vb.net', 'ado.net', 'ml.net']);

function listHosts(label: string): string[] {
  return [...label.matchAll(shownHost)]
    .map(([, withScheme, bare]) => (withScheme?.split('@').at(-1) ?? bare ?? '').toLowerCase())
    .filter((host) => host !== '' && !products.has(host));
}

function isSameSite(shown: string, real: string): boolean {
  const [a, b] = [shown, real.toLowerCase()].map((host) => host.replace(/^www\.|\.$/g, ''));
  return a === b || `${b}`.endsWith(`.${a}`);
}

const unescapeText = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
