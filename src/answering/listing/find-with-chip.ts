import type { Topic } from '#answering/question/topic.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Listed } from './find-listed.ts';
import type { ListKind } from './list-kind.ts';

const CHIP = /\b(?:soc|chip|chipset|processor|cpu|gpu|core)\b/;

/** Whether a place is a chip, which machines have in them. */
export const isChip = ({ named }: Topic): boolean => named?.kind.some((kind) => CHIP.test(kind)) ?? false;

/** The machines of a kind of which some fact says that they have a chip, the newest first, each by the newest such fact. */
export function findWithChip({ named: chip }: Topic, kind: ListKind, { index }: Snapshot): Listed[] {
  const found = new Map<Named, IndexedFact>();
  for (const place of (chip && index.byName.get(chip.id)) ?? []) {
    const indexed = index.facts[place] as IndexedFact;
    const { whole } = indexed;
    if (whole !== undefined && whole !== chip && kind.has(whole) && has(indexed)) found.set(whole, indexed);
  }
  return Array.from(found, ([{ name }, indexed]) => ({ name, indexed })).sort((a, b) =>
    compareIssueIds(b.indexed.issue.id, a.indexed.issue.id),
  );
}

// That it is compared with the chip, or unlike it, is another matter.
const has = ({ fact }: IndexedFact) =>
  /\b(?:ha(?:s|ve)|with|uses?|using|based on|built (?:on|around)|powered by|contains?|holds?|carr(?:y|ies)|by an?)\b/i.test(
    fact.says,
  ) && !/\b(?:than|unlike|instead|compar\w+|not|no)\b/i.test(fact.says);
