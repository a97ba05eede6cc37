import type { Fact, Subject } from '#facts/fact.ts';
import { foldName } from '#facts/fold-name.ts';
import { type Token, tokenize } from '#search/words/tokenize.ts';
import { isOrdinaryWord, weighWord } from '#search/words/word-weight.ts';

/** One thing that the archive has a name for, from the list of subjects or from a fact. */
export interface Named {
  readonly id: number;
  readonly name: string;
  readonly also: readonly string[];
  /** Singular nouns: `database`. Empty where nobody said. */
  readonly kind: readonly string[];
  /** Who makes it, by the name that the archive has for them. */
  readonly by: string | undefined;
  /** The id of what it is a release of, where that has no list entry of its own ("Foodb 2 beta"). */
  readonly releaseOf?: number;
}

const systemKinds = new Set(['operating system', 'distribution', 'kernel', 'firmware', 'boot loader', 'hypervisor']);

/** Whether it is what other programs run on, and what knows the very board. */
export const isSystem = ({ kind }: Named): boolean => kind.some((one) => systemKinds.has(one));

/** What a name is a release of, or itself. */
export const wholeOf = (named: Named, { all }: Pick<Names, 'all'>): Named =>
  named.releaseOf === undefined ? named : (all[named.releaseOf] ?? named);

/** Every name of an archive, and what it names. */
export interface Names {
  readonly all: readonly Named[];
  /** What a name stands for, in any spelling; a version behind it ("Foodb 19.1") may be left out. */
  readonly find: (name: string) => Named | undefined;
  /** What a folded name stands for, and nothing but that name. */
  readonly findFolded: (folded: string) => Named | undefined;
  /** The folded names and their words, for typing errors. */
  readonly words: ReadonlySet<string>;
}

/** A place in a text that names something; tokens `from` to `to` (exclusive). */
export interface NameMention {
  readonly named: Named;
  readonly from: number;
  readonly to: number;
}

const MAX_NAME_TOKENS = 6;
// As words of a question weigh: the 600 commonest.
const EVERYDAY = 0.2;
// The 1500 commonest.
const COMMON = 0.45;
// "Foodb 19.1", "Foodb 19.1-ce".
const VERSION = /[\s-]v?\d[\w.]*(?:-(?:ce|ee|lts))?$/i;
// "Foodb 19.1 RC2": a name of its own, and one of Foodb's releases.
const RELEASE = /(?<=\d)[\s-](?:alpha|beta|rc|preview|lts)(?:\s?\d+)?$/i;

/** The same as plain data, so that it can be kept between two starts. */
export interface NameReading {
  readonly all: readonly Named[];
  /** By folded name, what it names. */
  readonly ids: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
}

/** Gathers the names of the subjects and, where these lack one, of what facts are about or run on. */
export function readNames(subjects: readonly Subject[], facts: readonly Fact[]): NameReading {
  const ids = new Map<string, number>();
  const all: Named[] = [];
  const words = new Set<string>();
  const add = (subject: Omit<Named, 'id'>, versioned?: string) => {
    const id = all.length;
    all.push({ id, ...subject });
    for (const one of [subject.name, ...subject.also, versioned ?? '']) {
      const key = foldName(one);
      if (key === '' || ids.has(key)) continue;
      ids.set(key, id);
      words.add(key);
      for (const { raw } of tokenize(one)) words.add(foldName(raw));
    }
  };
  for (const { name, also, kind, by } of subjects) add({ name, also, kind, by });
  // The same names come again and again.
  const seen = new Set<string>();
  for (const { about, isReviewed } of facts)
    for (const name of about) {
      // "IT", "CAN", "Home": of a sentence that nobody has read, a common word in capitals.
      if (seen.has(name) || (!isReviewed && weighWord(name) <= COMMON)) continue;
      seen.add(name);
      if (!isPhrase(name) && findId(name, ids) === undefined) {
        // "Foodb 5" leads to Foodb, and is no other name of it.
        const whole = RELEASE.test(name) ? findId(name.replace(RELEASE, ''), ids) : undefined;
        const release = whole === undefined ? {} : { releaseOf: whole };
        add({ name: name.replace(VERSION, '') || name, also: [], kind: [], by: undefined, ...release }, name);
      }
    }
  return { all, ids, words };
}

/** The names that were read, ready to be found. */
export function openNames({ all, ids, words }: NameReading): Names {
  const namedBy = (id: number | undefined) => (id === undefined ? undefined : all[id]);
  return {
    all,
    find: (name) => namedBy(findId(name, ids)),
    findFolded: (folded) => namedBy(ids.get(folded)),
    words,
  };
}

const findId = (name: string, ids: NameReading['ids']): number | undefined =>
  ids.get(foldName(name)) ?? ids.get(foldName(name.replace(VERSION, '')));

// "core count", "page size": words for a kind of thing, in small letters, name nothing.
const isPhrase = (name: string) => name === name.toLowerCase() && name.split(/[\s-]+/).every(isOrdinaryWord);

/** The names that a text holds, the longest at each place, in the order of the text. */
export function findMentions(tokens: readonly Token[], names: Pick<Names, 'findFolded'>): NameMention[] {
  const found: NameMention[] = [];
  for (let from = 0; from < tokens.length; from++) {
    for (let to = Math.min(tokens.length, from + MAX_NAME_TOKENS); to > from; to--) {
      const named = lookUp(tokens.slice(from, to), names);
      if (named === undefined) continue;
      found.push({ named, from, to });
      from = to - 1;
      break;
    }
  }
  return found;
}

const ARTICLE = /^(?:the|an?)$/i;
const GENITIVE = /['’]s$/i;

function lookUp(tokens: readonly Token[], names: Pick<Names, 'findFolded'>): Named | undefined {
  const joined = foldName(tokens.map(({ raw }) => raw).join(''));
  // "foodb's", "laptops": a name in the genitive or the plural.
  // "am I" is no AMI: everyday words make a name only where it is written in so many.
  if (tokens.length > 1 && tokens.every(({ raw }) => weighWord(raw) <= EVERYDAY)) {
    const named = names.findFolded(joined);
    return named &&
      [named.name, ...named.also].some((name) => foldName(name) === joined && tokenize(name).length === tokens.length)
      ? named
      : undefined;
  }
  const isGenitive = GENITIVE.test(tokens.at(-1)?.raw ?? '');
  // "on ARMv7 as well": the s is a word's of its own; "the machines" are no The Machine.
  const isNoPlural =
    tokens.length > 1 && (ARTICLE.test(tokens[0]?.raw ?? '') || weighWord(tokens.at(-1)?.raw ?? '') <= EVERYDAY);
  const isPlural =
    joined.length > 3 &&
    !isNoPlural &&
    joined.endsWith('s') &&
    (isGenitive || !(tokens.length === 1 && isOrdinaryWord(joined)));
  return names.findFolded(joined) ?? (isPlural ? names.findFolded(joined.slice(0, -1)) : undefined);
}
