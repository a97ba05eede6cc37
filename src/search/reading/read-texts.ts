import { listWords, termsOfWord } from '#search/words/tokenize.ts';
import type { TermHomes } from './find-holders.ts';
import type { NameReading } from './names.ts';
import { collectLists, eachOf } from './number-lists.ts';
import type { FactHome } from './order-facts.ts';
import type { LinkReading } from './read-links.ts';

/**
 * What the texts of an archive's facts are made of: plain data, so that it can be kept between two starts. The same facts,
 * articles and names give the same.
 */
export interface TextReading extends TermHomes {
  /** The terms, by number: `lists` holds these. */
  readonly vocabulary: readonly string[];
}

/**
 * Reads the texts of facts into terms. `links`: what the facts are about and on. `takeWord`: called for the words of their names and
 * asks, as they stand there.
 */
export function readTexts(
  facts: readonly FactHome[],
  { all: named }: Pick<NameReading, 'all'>,
  { subjects, places, about, on }: LinkReading,
  takeWord: (word: string) => void,
): TextReading {
  const termIds = new Map<string, number>();
  const knownWords = new Map<string, KnownWord>();
  const lists = collectLists();
  const homes = new Uint32Array(facts.length);
  const ends = new Uint32Array(facts.length);
  const headings = new Uint32Array(facts.length);
  const headingLists = new Map<string, number>();
  // The same names come again and again.
  const idsOfSubject = rememberNumbers((at) => readName(subjects[at]?.name ?? '', takeWord));
  const idsOfPlace = rememberNumbers((at) => readName(places[at]?.words ?? '', takeWord));
  const idsOfNamed = rememberNumbers((id) => {
    const { also = [], kind = [] } = named[id] ?? {};
    return [...also, ...kind].flatMap((name) => readName(name));
  });
  for (const [place, { fact, article }] of facts.entries()) {
    const { says, asks } = fact;
    const heading = headingLists.get(article.id) ?? addText(article.heading);
    headingLists.set(article.id, heading);
    headings[place] = heading;
    homes[place] = addText(says);
    const ids = new Set<number>();
    eachOf(about, place, (at) => {
      pushAll(idsOfSubject(at));
      const id = subjects[at]?.named;
      if (id !== undefined) ids.add(id);
    });
    eachOf(on, place, (at) => pushAll(idsOfPlace(at)));
    for (const id of ids) pushAll(idsOfNamed(id));
    ends[place] = lists.end() + 1 + asks.length;
    for (const ask of asks) addText(ask, takeWord);
  }
  return { vocabulary: [...termIds.keys()], lists: lists.build(), homes, ends, headings };

  function addText(text: string, take?: (word: string) => void): number {
    for (const word of listWords(text)) {
      const known = readWord(word);
      if (take !== undefined) takeOnce(known, word, take);
      pushAll(known.ids);
    }
    return lists.end();
  }

  function pushAll(ids: readonly number[]): void {
    for (const id of ids) lists.push(id);
  }

  function takeOnce(known: KnownWord, word: string, take: (word: string) => void): void {
    if (known.isTaken) return;
    known.isTaken = true;
    take(word);
  }

  function readName(name: string, take?: (word: string) => void): readonly number[] {
    return listWords(name).flatMap((word) => {
      take?.(word);
      return readWord(word).ids;
    });
  }

  // One look a word: an archive has millions, and few different ones.
  function readWord(word: string): KnownWord {
    const known = knownWords.get(word);
    if (known !== undefined) return known;
    const ids = termsOfWord(word).map((term) => {
      const id = termIds.get(term) ?? termIds.size;
      termIds.set(term, id);
      return id;
    });
    const read = { ids, isTaken: false };
    knownWords.set(word, read);
    return read;
  }
}

/** A word as it is written, with the numbers of its terms. */
interface KnownWord {
  readonly ids: readonly number[];
  isTaken: boolean;
}

function rememberNumbers(read: (number: number) => readonly number[]): (number: number) => readonly number[] {
  const known: (readonly number[])[] = [];
  return (number) => {
    known[number] ??= read(number);
    return known[number];
  };
}
