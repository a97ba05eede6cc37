import type { Fact, FactStatus } from '#facts/fact.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import type { TermHomes } from '#search/reading/find-holders.ts';
import { type Named, type Names, wholeOf } from '#search/reading/names.ts';
import { listAt } from '#search/reading/number-lists.ts';
import type { FactHome, OpenOrder } from '#search/reading/order-facts.ts';
import type { LinkedPlace, LinkedSubject, LinkReading } from '#search/reading/read-links.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';
import { getTarget } from '#targets/vocabulary.ts';

/** One place that a fact speaks of; several targets or names in it mean all of them together ("Fedora on arm64"). */
export interface FactPlace {
  readonly words: string;
  readonly targets: readonly Target[];
  readonly names: readonly Named[];
}

/** What a fact is about, by the name that it has there. */
export interface FactSubject {
  readonly named: Named | undefined;
  /** The targets that it is, by whatever name; looked for when they are first asked for. */
  readonly targets: readonly Target[];
}

/** What the facts of an archive are about and on. */
export interface FactLinks {
  readonly subjectsOf: (place: number) => readonly FactSubject[];
  readonly placesOf: (place: number) => readonly FactPlace[];
  /** The first of its subjects that has a name. */
  readonly firstOf: (place: number) => Named | undefined;
  readonly names: Names;
}

/** Makes of what was read what facts share. */
export function openLinks({ subjects, places, about, on }: LinkReading, names: Names): FactLinks {
  const named = (id: number) => names.all[id] as Named;
  const readSubject = readOnce((at): FactSubject => {
    const { name, named: id } = subjects[at] as LinkedSubject;
    return toSubject(name, id === undefined ? undefined : named(id));
  });
  const readPlace = readOnce((at): FactPlace => {
    const { words, targets, names: ids } = places[at] as LinkedPlace;
    return { words, targets: targets.map(getTarget), names: ids.map(named) };
  });
  return {
    subjectsOf: (place) => Array.from(listAt(about, place), readSubject),
    placesOf: (place) => Array.from(listAt(on, place), readPlace),
    firstOf(place) {
      const end = about.starts[place + 1] as number;
      for (let at = about.starts[place] as number; at < end; at++) {
        const id = subjects[about.numbers[at] as number]?.named;
        if (id !== undefined) return named(id);
      }
      return undefined;
    },
    names,
  };
}

function readOnce<Read>(read: (at: number) => Read): (at: number) => Read {
  const known = new Map<number, Read>();
  return (at) => {
    const one = known.get(at) ?? read(at);
    known.set(at, one);
    return one;
  };
}

/** What the facts of an archive are made of. */
export interface FactSource extends FactLinks, OpenOrder {
  readonly texts: Pick<TermHomes, 'homes' | 'headings'>;
}

interface Told {
  readonly about: readonly Named[];
  readonly subjects: readonly FactSubject[];
  readonly makers: readonly Named[];
  readonly on: readonly FactPlace[];
  mentioned: readonly Target[] | undefined;
}

/** A fact with all that ranking looks at. It is put together when it is first asked for: most never are, and a start waits for none. */
export class IndexedFact {
  /** In `FactIndex.facts`. */
  readonly place: number;
  readonly #source: FactSource;
  #home: FactHome | undefined;
  #told: Told | undefined;

  constructor(place: number, source: FactSource) {
    this.place = place;
    this.#source = source;
  }

  get fact(): Fact {
    return this.#open().fact;
  }

  get article(): Article {
    return this.#open().article;
  }

  get issue(): Issue {
    return this.#source.issueAt(this.place);
  }

  /** The same as the fact's own, which need not be looked at for it. */
  get status(): FactStatus | undefined {
    return this.#source.statusAt(this.place);
  }

  /** The list of its sentence's terms. The list behind it has those of what it is about, on what, and of which kind. */
  get saysList(): number {
    return this.#source.texts.homes[this.place] as number;
  }

  get headingList(): number {
    return this.#source.texts.headings[this.place] as number;
  }

  /** One list an ask, from this one on. */
  get firstAsk(): number {
    return this.saysList + 2;
  }

  get about(): readonly Named[] {
    return this.#tell().about;
  }

  /** The first that it is about, for which nothing else of it need be looked at. */
  get subject(): Named | undefined {
    return this.#source.firstOf(this.place);
  }

  /** The same; of a release ("Foodb 2 beta"), what it is one of. */
  get whole(): Named | undefined {
    const { subject } = this;
    return subject && wholeOf(subject, this.#source.names);
  }

  /** All that it is about, by the names that they have there; also what no name was found for. */
  get subjects(): readonly FactSubject[] {
    return this.#tell().subjects;
  }

  /** Who makes what it is about. */
  get makers(): readonly Named[] {
    return this.#tell().makers;
  }

  get on(): readonly FactPlace[] {
    return this.#tell().on;
  }

  /** The targets that the sentence names. */
  get mentioned(): readonly Target[] {
    const told = this.#tell();
    told.mentioned ??= [...new Set(findTargets(this.fact.says).map(({ target }) => target))];
    return told.mentioned;
  }

  #open(): FactHome {
    this.#home ??= this.#source.homeAt(this.place);
    return this.#home;
  }

  #tell(): Told {
    this.#told ??= tell(this.place, this.#source);
    return this.#told;
  }
}

function tell(place: number, { subjectsOf, placesOf, names }: FactSource): Told {
  const subjects = subjectsOf(place);
  const about = [...new Set(subjects.map(({ named }) => named).filter((named) => named !== undefined))];
  const makers = about.flatMap(({ by }) => (by === undefined ? [] : (names.find(by) ?? [])));
  return { about, subjects, makers, on: placesOf(place), mentioned: undefined };
}

/** The targets that a fact's subjects are. */
export function aboutTargetsOf({ subjects }: IndexedFact): readonly Target[] {
  const [only] = subjects;
  if (subjects.length === 1 && only !== undefined) return only.targets;
  return [...new Set(subjects.flatMap(({ targets }) => targets))];
}

function toSubject(name: string, named: Named | undefined): FactSubject {
  let targets: readonly Target[] | undefined;
  return {
    named,
    get targets() {
      targets ??= findWhole(name);
      return targets;
    },
  };
}

// The target that a name is, be it with a version: "Foodix 9" is one, "Quernd for Windows" is none.
function findWhole(name: string): Target[] {
  const found = findTargets(name).flatMap(({ target, start, end }) =>
    /\p{L}{2}/u.test(name.slice(0, start) + name.slice(end)) ? [] : [target],
  );
  return [...new Set(found)];
}
