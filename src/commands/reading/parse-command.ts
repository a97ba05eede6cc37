import type { CommandName } from '#commands/command-list.ts';
import { commandList } from '#commands/command-list.ts';
import type { CommandSpec, OptionKind } from '#commands/command-spec.ts';
import { findCommand, findNearCommand } from './find-command.ts';
import { isQuoted, readsAsSentence } from './reads-as-sentence.ts';

/** What a line means. Anything that is no command is a question; nothing is an error. */
export type ParsedLine =
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      /** Text of the option; empty where none was given. */
      readonly argument: string;
      /** For a question that begins almost like a command: that command line. */
      readonly nearMiss?: string;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly characters: number };

/** Far above the longest question a person types (a chatty one has 300), far below what would keep the bot busy. */
export const MAX_QUESTION_CHARACTERS = 1000;

/**
 * Reads a line as a command or a question. The first word is a command only when the rest is what that command takes:
 * nothing, a name, a week, some words. Whatever reads as a sentence is asked as a whole ("status of samba on armv6?").
 */
export function parseCommand(line: string): ParsedLine {
  const text = line
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    // What stands after whom the line is said to: ": help".
    .replace(/^[ ,:;–—-]+(?=[\p{L}/!])/u, '')
    .trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > MAX_QUESTION_CHARACTERS) return { kind: 'too-long', characters: [...text].length };
  const plain = withoutCourtesy(text);
  return (plain === text ? undefined : readCommand(plain)) ?? readCommand(text) ?? readQuestion(text);
}

/** The line as a command; undefined when it is a question. */
function readCommand(text: string): ParsedLine | undefined {
  const phrase = findPhrase(text);
  if (phrase !== undefined) return { kind: 'command', command: phrase, argument: '' };
  const { first, rest } = splitFirstWord(text);
  const spec = findCommand(first);
  const argument = spec && fitArgument(spec, rest);
  return spec === undefined || argument === undefined ? undefined : { kind: 'command', command: spec.name, argument };
}

/** The line as a question; one that begins almost like a command says so. */
function readQuestion(text: string): ParsedLine {
  const { first, rest } = splitFirstWord(text);
  const near = findNearCommand(first);
  const nearArgument = near && fitArgument(near, rest);
  if (near === undefined || nearArgument === undefined) return { kind: 'command', command: 'ask', argument: text };
  return { kind: 'command', command: 'ask', argument: text, nearMiss: `${near.name} ${nearArgument}`.trim() };
}

const PICTURE = String.raw`\p{Extended_Pictographic}(?:\u{FE0F}|\u{200D}|[\u{1F3FB}-\u{1F3FF}])*`;
const COURTESY_BEFORE = new RegExp(
  `^(?:(?:hey|hi|hello|please|pls|ok|okay)(?: there)?[ ,:;!–—-]+|${PICTURE}[ ,]*)+`,
  'iu',
);
const politeEnds = ['please', 'pls', 'plz', 'thanks', 'thank you', 'thx'];
const PICTURE_AT_END = new RegExp(`${PICTURE}$`, 'u');
// In code units: an emoji with its skin and its joiners.
const LONGEST_PICTURE = 24;

/** The line without what is polite in it; as it is when nothing else would be left. */
function withoutCourtesy(text: string): string {
  return cutPoliteEnd(text.replace(COURTESY_BEFORE, '')).trim() || text;
}

// From the end, word by word: a pattern would try each of many blanks anew.
function cutPoliteEnd(text: string): string {
  let end = text.length;
  for (let at = skipBlanks(text, end); ; at = skipBlanks(text, end)) {
    const word = politeEnds.find((one) => text.slice(Math.max(0, at - one.length), at).toLowerCase() === one);
    const drawn = PICTURE_AT_END.exec(text.slice(Math.max(0, at - LONGEST_PICTURE), at))?.[0];
    const start = at - (word ?? drawn ?? '').length;
    if (start === at) return end === text.length ? text : text.slice(0, end);
    // "displease" ends in no "please".
    if (word !== undefined && skipBlanks(text, start) === start) return end === text.length ? text : text.slice(0, end);
    end = skipBlanks(text, start);
  }
}

function skipBlanks(text: string, end: number): number {
  let at = end;
  while (at > 0 && ' ,;.!?–—-'.includes(text[at - 1] as string)) at--;
  return at;
}

function findPhrase(text: string): CommandName | undefined {
  const plain = text
    .toLowerCase()
    .replace(/^[/!]/, '')
    .replace(/(?<=[^?!. ])[?!. ]+$/, '');
  return commandList.find((spec: CommandSpec) => spec.phrases?.includes(plain))?.name;
}

function splitFirstWord(text: string): { first: string; rest: string } {
  const bare = text.replace(/^([/!]?[\p{L}]+)[?!.]+$/u, '$1');
  const blank = bare.indexOf(' ');
  if (blank < 0) return { first: bare, rest: '' };
  return { first: bare.slice(0, blank), rest: bare.slice(blank + 1).trim() };
}

/** Words that may stand between the command and its option without making a sentence of it. */
const leadIns: Partial<Record<OptionKind, RegExp>> = {
  subject: /^(?:of|for) (?:the )?(?=.)/i,
  topic: /^(?:out )?(?:for |of )?(?:the )?(?=.)/i,
  words: /^for (?=.)/i,
  issue: /^(?:of|from|for) (?=week\b|w?\d|latest$)/i,
};

const POLITE_WORDS = /^(?:please|pls|plz|thanks|now|here)[!. ]*$/i;

/** The text for the command's option, or undefined when the rest of the line is not what the command takes. */
function fitArgument(spec: CommandSpec, rest: string): string | undefined {
  const option = spec.options.at(-1);
  // Without its option a command explains itself, which is more use than asking the archive for the word "status".
  if (rest === '') return '';
  if (option === undefined) return undefined;
  if (option.kind === 'command') return POLITE_WORDS.test(rest) ? '' : findCommand(rest)?.name;
  const withoutLeadIn = rest.replace(leadIns[option.kind] ?? /^$/, '');
  if (readsAsSentence(withoutLeadIn, option.kind)) return undefined;
  if (option.kind === 'question') return rest;
  const trimmed = withoutLeadIn.replace(/(?<![?!. ])[?!. ]+$/, '');
  return isQuoted(trimmed) ? trimmed.slice(1, -1).trim() : trimmed;
}
