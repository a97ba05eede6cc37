/** How a subject stands on a target, or whether it is out at all. What nobody said has no status. */
export const factStatuses = ['yes', 'partly', 'in-progress', 'planned', 'no'] as const;

export type FactStatus = (typeof factStatuses)[number];

/** One statement of an issue, as an editor wrote it down, or drafted from a sentence where nobody has. */
export interface Fact {
  /** Issue and place: `2019-W06~3`; a draft's has its sentence: `2019-W06#2.0`. */
  readonly id: string;
  readonly issueId: string;
  /** The article that it is a fact of. */
  readonly articleId: string;
  /** One sentence that answers somebody by itself. */
  readonly says: string;
  /** The passage that proves it, word for word; undefined where `says` itself stands in the article. */
  readonly quote: string | undefined;
  /** Proper names, as written; the first is the subject. */
  readonly about: readonly string[];
  /** Where it runs, what it works with: each entry one place; two targets in one entry mean both together. */
  readonly on: readonly string[];
  readonly status: FactStatus | undefined;
  /** How people would ask for it. */
  readonly asks: readonly string[];
  /** The line of the fact file that it begins in, 1-based; absent for a draft. */
  readonly line?: number;
  /** False for a draft, which is worth less than what an editor has checked. */
  readonly isReviewed: boolean;
}

/** Facts in order. Those of an earlier start are made when somebody looks at them. */
export interface FactList extends Iterable<Fact> {
  readonly length: number;
  at(place: number): Fact | undefined;
}

/** Something that facts are about: its one spelling, the other names it goes by, what kind of thing it is. */
export interface Subject {
  readonly name: string;
  readonly also: readonly string[];
  /** Singular nouns that a list is asked by: `database`, `board`. */
  readonly kind: readonly string[];
  readonly by: string | undefined;
}
