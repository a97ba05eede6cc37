import type { Feedback } from '#conversation/ports/reader-notes.ts';

/** How a line's reply was rated. */
export interface RatedLine {
  readonly line: string;
  readonly issueId: string | undefined;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** Adds up the ratings of each line; what helped fewest comes first. */
export function sumUpFeedback(feedback: readonly Feedback[]): RatedLine[] {
  const byLine = Map.groupBy(feedback, ({ line }) => line.toLowerCase());
  const rated = [...byLine.values()].map((group) => {
    const helpful = group.filter(({ isHelpful }) => isHelpful).length;
    return {
      line: group[0]?.line ?? '',
      issueId: group[0]?.issueId,
      helpful,
      unhelpful: group.length - helpful,
    };
  });
  return rated.sort((a, b) => b.unhelpful - a.unhelpful || a.helpful - b.helpful);
}
