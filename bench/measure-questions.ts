/** How long the questions took, each by itself. */
export interface QuestionTimes {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
}

/** How often all questions are asked: `warmUps` rounds for the compiler first, which do not count. */
export interface Rounds {
  readonly warmUps: number;
  readonly counted: number;
}

/** Somebody who answers questions; what is answered does not matter here. */
export type Ask = (question: string) => unknown;

/**
 * Asks all questions one by one, round after round, each of everybody in turn, so that what else the machine does meets all
 * alike. A question's time is the best of its counted rounds: what is left is its own work.
 */
export function measureQuestions<Name extends string>(
  questions: readonly string[],
  asked: Readonly<Record<Name, Ask>>,
  { warmUps, counted }: Rounds,
): Record<Name, QuestionTimes> {
  const names = Object.keys(asked) as Name[];
  const best = new Map(names.map((name) => [name, questions.map(() => Number.POSITIVE_INFINITY)]));
  for (let round = -warmUps; round < counted; round++) {
    for (const [place, question] of questions.entries()) {
      for (const name of names) {
        const start = performance.now();
        asked[name](question);
        const tookMs = performance.now() - start;
        const times = best.get(name);
        if (round >= 0 && times) times[place] = Math.min(times[place] ?? tookMs, tookMs);
      }
    }
  }
  return Object.fromEntries(best.entries().map(([name, times]) => [name, sumUp(times)])) as Record<Name, QuestionTimes>;
}

function sumUp(times: number[]): QuestionTimes {
  times.sort((a, b) => a - b);
  return { medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99), slowestMs: times.at(-1) ?? 0 };
}

/** The value that this share of the sorted values does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
