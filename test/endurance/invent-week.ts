import type { FactualIssue } from '#search/reading/order-facts.ts';
import { inventIssue, withFacts } from '../commands/invented-archive.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** The Friday of the first week of 2031. */
const firstFridayMs = Date.UTC(2031, 0, 3);

/** At noon of so many weeks after the first, each subscription of the soak is due. */
export function fridayNoon(week: number): number {
  return firstFridayMs + (week - 1) * 7 * dayMs + dayMs / 2;
}

/** The issue that is published in the given week, with a title that no other has, and its facts. */
export function inventWeek(week: number): FactualIssue {
  const day = new Date(fridayNoon(week)).toISOString().slice(0, 10);
  const id = week <= 52 ? `2031-W${String(week).padStart(2, '0')}` : `2032-W${String(week - 52).padStart(2, '0')}`;
  const [release, board] = [`Kettlectl ${week}.0 is out`, `Spoonfs in week ${week}`];
  const runs = `Kettlectl ${week}.0 runs on arm64 and armv7.`;
  const issue = inventIssue(id, day, [
    { heading: release, sentences: [runs] },
    { heading: board, sentences: ['Spoonfs does not run on armv6.', 'An image for arm64 is planned.'] },
  ]);
  return withFacts(
    issue,
    `
- article: ${release}
  says: ${runs}
  about: [Kettlectl]
  on: [arm64, armv7]
  status: yes
  asks: [can i use kettlectl on arm64?]
- article: ${board}
  says: Spoonfs does not run on armv6.
  about: [Spoonfs]
  on: [armv6]
  status: no
  asks: [can i use spoonfs on armv6?]
`,
  );
}
