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

/**
 * Asks all questions one by one, round after round. A question's time is the best of its counted rounds: what is left is
 * its own work, not what else the machine did.
 */
export function measureQuestions(
  questions: readonly string[],
  ask: (question: string) => unknown,
  { warmUps, counted }: Rounds,
): QuestionTimes {
  const best = questions.map(() => Number.POSITIVE_INFINITY);
  for (let round = -warmUps; round < counted; round++) {
    for (const [place, question] of questions.entries()) {
      const start = performance.now();
      ask(question);
      const tookMs = performance.now() - start;
      if (round >= 0) best[place] = Math.min(best[place] ?? tookMs, tookMs);
    }
  }
  const sorted = best.sort((a, b) => a - b);
  return { medianMs: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), slowestMs: sorted.at(-1) ?? 0 };
}

/** The value that this share of the sorted values does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
