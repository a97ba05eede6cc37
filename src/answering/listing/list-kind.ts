import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Named } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { termsOfWord } from '#search/words/tokenize.ts';

/** What a list is asked for by: one kind of the archive's subjects, or several under a common name ("hardware"). */
export interface ListKind {
  /** One of them, in words. */
  readonly name: string;
  readonly isHardware: boolean;
  has(named: Named): boolean;
}

const hardware = new Set(
  'board,single-board computer,case,accessory,server,cluster,laptop,desktop computer,processor,server processor,processor core,phone,tablet,system on module,supercomputer'.split(
    ',',
  ),
);
const noSoftware = new Set(
  'person,company,organization,team,event,publication,newsletter,cloud,cloud provider,hosting provider,service,book,guide,standard,architecture,instruction set,security flaw,hardware bug,mailing list,chat network,network protocol,file format,award,film'.split(
    ',',
  ),
);

/** Whether a subject is something that programs run on, or that is no program for another reason; a company may be named after its program. */
export const isNoSoftware = ({ kind, name }: Named): boolean =>
  kind.length === 0
    ? PHRASE.test(name)
    : kind.some((one) => hardware.has(one)) || kind.every((one) => noSoftware.has(one));

// "speed of Foodb", "finished port of Quernd": what a fact is about, in words, and no name of a thing that runs.
const PHRASE = /^[\p{Ll}\d]\S*\s|\s(?:of|on|in|for|with|without|from|to|as)\s/u;

const anyHardware: ListKind = {
  name: 'machine',
  isHardware: true,
  has: ({ kind }) => kind.some((one) => hardware.has(one)),
};
const ANY_HARDWARE = /^(?:hardware|machines|devices|computers)$/i;
const MAX_KIND_WORDS = 3;
// As people write kinds that any archive may have.
const shortKinds: ReadonlyMap<string, string> = new Map([
  ['os', 'operating systems'],
  ['oses', 'operating systems'],
]);

const ASKED = /^(?:which|what|list)$/i;
const spellOut = (word: string, kinds: ReadonlyMap<string, string>) =>
  kinds.has(stemOf(word)) ? word : (shortKinds.get(word.toLowerCase()) ?? word);

/** The kind of subjects that a question asks for, where the archive has such a kind. */
export function findKind({ words }: Understanding, snapshot: Snapshot): ListKind | undefined {
  const kinds = kindsIn(snapshot);
  // "programming languages" before "languages".
  for (let length = MAX_KIND_WORDS; length > 0; length--)
    for (let end = length; end <= words.length; end++) {
      if (!isPlural(words[end - 1]?.raw ?? '')) continue;
      const run = words.slice(end - length, end).map(({ raw }) => raw);
      // "Foodix OS" is a name.
      const isAsked = ASKED.test(words[end - length - 1]?.raw ?? '');
      const kind = stemOf(isAsked ? spellOut(run.join(' '), kinds) : run.join(' '));
      const name = run.some((word) => /[\s-]/.test(word)) ? undefined : kinds.get(kind);
      if (name !== undefined)
        return { name, isHardware: isOfHardware(name, snapshot), has: ({ kind }) => kind.includes(name) };
    }
  return words.some(({ raw }) => ANY_HARDWARE.test(raw)) ? anyHardware : undefined;
}

const hardwareOf = new WeakMap<Snapshot, Map<string, boolean>>();

function isOfHardware(name: string, snapshot: Snapshot): boolean {
  const known = hardwareOf.get(snapshot) ?? new Map<string, boolean>();
  hardwareOf.set(snapshot, known);
  const isHardware = known.get(name) ?? isKindOfHardware(name, snapshot);
  known.set(name, isHardware);
  return isHardware;
}

// An archive's own word for machines ("sbc") stands beside one that is known here.
function isKindOfHardware(name: string, { names }: Snapshot): boolean {
  if (hardware.has(name)) return true;
  const ofKind = names.all.filter(({ kind }) => kind.includes(name));
  return ofKind.filter(anyHardware.has).length > ofKind.length / 2;
}

/**
 * "is the Millboard a server?": the thing of which it is asked whether it is of a kind that the archive has; its processor's
 * family may stand beside the kind.
 */
export function findSortAsked({ question, topics, words }: Understanding, snapshot: Snapshot): Topic | undefined {
  const [thing, ...others] = topics;
  if (thing?.named === undefined || !IS.test(question.slice(0, thing.start))) return undefined;
  if (others.some(({ target }) => target?.kind !== 'family')) return undefined;
  const [article, ...sort] = words.slice(thing.to);
  if (!/^an?$/i.test(article?.raw ?? '')) return undefined;
  const own = sort.filter(({ isNamed }) => !isNamed).map(({ raw }) => raw);
  return own.length > 0 && kindsIn(snapshot).has(stemOf(own.join(' '))) ? thing : undefined;
}

const IS = /^\W*(?:(?:so|and|hey|hi|ok)\W+)*(?:is|are|was)\s+(?:the\s+)?$/i;

// The kinds that the archive's subjects have, by their stems and by the last words of these ("language" for "programming language").
const kindsOf = new WeakMap<Snapshot, ReadonlyMap<string, string>>();

function kindsIn(snapshot: Snapshot): ReadonlyMap<string, string> {
  const kinds = kindsOf.get(snapshot) ?? readKinds(snapshot);
  kindsOf.set(snapshot, kinds);
  return kinds;
}

function readKinds({ names }: Snapshot): ReadonlyMap<string, string> {
  const whole = new Map(names.all.flatMap(({ kind }) => kind.map((one) => [stemOf(one), one] as const)));
  const kinds = new Map(whole);
  for (const [stem, kind] of whole)
    for (let at = stem.indexOf(' '); at >= 0; at = stem.indexOf(' ', at + 1)) {
      const last = stem.slice(at + 1);
      if (!kinds.has(last)) kinds.set(last, kind);
    }
  return kinds;
}

/**
 * Whether a thing that a question names is but part of the kind's name; "Linux distributions" are all for Linux. "which
 * Foodb images …?" are all of them, "are there Foodb images …?" asks of Foodb's.
 */
export function isWithinKind(
  { words, target, named, to }: Topic,
  asked: Understanding,
  kind: ListKind | undefined,
): boolean {
  if (kind === undefined) return false;
  const own = words.split(' ');
  const isOwn = named !== undefined && target === undefined && !own.every((word) => isWordOfKind(word, kind));
  if (isOwn && IS_THERE.test(asked.question)) return false;
  const noun = asked.words[target?.id === 'linux' ? to : -1]?.raw;
  return stemOf(kind.name).includes(stemOf(words)) || isWordOfKind(noun, kind) || isWordOfKind(own.at(-1), kind);
}

const IS_THERE = /^\W*(?:(?:and|so|but|hey|hi)\W+)?(?:are|is) there\b/i;

/** Whether a word of the question is the kind's own. */
export const isWordOfKind = (word: string | undefined, kind: ListKind | undefined): boolean =>
  word !== undefined &&
  kind !== undefined &&
  (stemOf(kind.name).includes(stemOf(shortKinds.get(word.toLowerCase()) ?? word)) ||
    (kind === anyHardware && ANY_HARDWARE.test(word)));

const stemOf = (kind: string) =>
  kind
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => termsOfWord(word)[0] ?? word)
    .join(' ');
const isPlural = (words: string) => /s$/i.test(words);

/** "database" → "databases". */
export const pluralOf = (kind: string): string =>
  /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`;
