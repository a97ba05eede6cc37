/** A decision tree in flat lists: a node asks whether a trait is below a bar, a leaf (`trait` -1) adds its value. */
export interface Tree {
  readonly trait: readonly number[];
  readonly bar: readonly number[];
  readonly below: readonly number[];
  readonly above: readonly number[];
  readonly value: readonly number[];
}

/** Gradient boosted decision trees over named traits, for the likelihood of a yes. */
export interface Forest {
  readonly traits: readonly string[];
  /** Where the sum starts: the log-odds of a yes where nothing is known. */
  readonly start: number;
  readonly trees: readonly Tree[];
}

/** How likely a yes is, 0 to 1. `traits`: one number each, in the order of `forest.traits`. */
export function estimateLikelihood({ start, trees }: Forest, traits: readonly number[]): number {
  let sum = start;
  for (const tree of trees) sum += voteOf(tree, traits);
  return 1 / (1 + Math.exp(-sum));
}

/** What one tree adds to the sum. */
export function voteOf({ trait, bar, below, above, value }: Tree, traits: readonly number[]): number {
  let node = 0;
  for (let asked = trait[0] as number; asked >= 0; asked = trait[node] as number)
    node = ((traits[asked] as number) < (bar[node] as number) ? below[node] : above[node]) as number;
  return value[node] as number;
}
