import { inventIssue } from '../commands/invented-archive.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** The Friday of the first week of 2031. */
const firstFridayMs = Date.UTC(2031, 0, 3);

/** At noon of so many weeks after the first, each subscription of the soak is due. */
export function fridayNoon(week: number): number {
  return firstFridayMs + (week - 1) * 7 * dayMs + dayMs / 2;
}

/** The issue that is published in the given week, with a title that no other has. */
export function inventWeek(week: number) {
  const day = new Date(fridayNoon(week)).toISOString().slice(0, 10);
  const id = week <= 52 ? `2031-W${String(week).padStart(2, '0')}` : `2032-W${String(week - 52).padStart(2, '0')}`;
  return inventIssue(id, day, [
    { heading: `Kettlectl ${week}.0 is out`, sentences: [`Kettlectl ${week}.0 runs on arm64 and armv7.`] },
    {
      heading: `Spoonfs in week ${week}`,
      sentences: ['Spoonfs does not run on armv6.', 'An image for arm64 is planned.'],
    },
  ]);
}
