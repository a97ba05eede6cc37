import type { Fact } from '#facts/fact.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { Names } from './names.ts';
import { collectLists, type NumberLists } from './number-lists.ts';

/** One place that facts speak of, with the ids of its targets and names. */
export interface LinkedPlace {
  readonly words: string;
  readonly targets: readonly string[];
  readonly names: readonly number[];
}

/** What a fact is about, by the name that it has there, and the id of what it names. */
export interface LinkedSubject {
  readonly name: string;
  readonly named: number | undefined;
}

/** What facts are about and on: plain data, so that it can be kept between two starts. The same facts and names give the same. */
export interface LinkReading {
  readonly subjects: readonly LinkedSubject[];
  readonly places: readonly LinkedPlace[];
  /** By fact, in `subjects`. */
  readonly about: NumberLists;
  /** By fact, in `places`. */
  readonly on: NumberLists;
}

/** Reads what facts are about and on; what many of them have in common is read once. */
export function readLinks(facts: readonly Fact[], names: Names): LinkReading {
  const subjects = collectOnce((name): LinkedSubject => ({ name, named: names.find(name)?.id }));
  const places = collectOnce((words) => readPlace(words, names));
  const about = collectLists();
  const on = collectLists();
  for (const fact of facts) {
    about.add(fact.about.map(subjects.numberOf));
    on.add(fact.on.map(places.numberOf));
  }
  return { subjects: subjects.all, places: places.all, about: about.build(), on: on.build() };
}

function collectOnce<Read>(read: (text: string) => Read) {
  const numbers = new Map<string, number>();
  const all: Read[] = [];
  return {
    all,
    numberOf(text: string): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, all.length);
      return all.push(read(text)) - 1;
    },
  };
}

function readPlace(words: string, names: Names): LinkedPlace {
  const targets = [...new Set(findTargets(words).map(({ target }) => target.id))];
  const whole = names.find(words);
  if (whole) return { words, targets, names: [whole.id] };
  const parts = words.split(/(?<!\s)\s+(?:on|with|under|in|and|for)\s+/i).map((part) => names.find(part)?.id);
  return { words, targets, names: parts.filter((id) => id !== undefined) };
}
