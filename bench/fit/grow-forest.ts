import { type Forest, type Tree, voteOf } from '#answering/judging/forest.ts';
import { makeRandom } from '../seeded-random.ts';

/** Something whose answer is known. */
export interface Example {
  /** One number a trait. */
  readonly traits: readonly number[];
  readonly isYes: boolean;
  readonly weight: number;
}

/** How a forest is grown. */
export interface Growth {
  readonly trees: number;
  /** How much of each tree counts. */
  readonly rate: number;
  readonly leaves: number;
  /** Of fewer examples, no leaf is made. */
  readonly minExamples: number;
  /** Keeps the values of small leaves small. */
  readonly smoothing: number;
  /** Into how many parts a trait's values are cut. */
  readonly parts: number;
  /** The share of the examples, and of the traits, that each tree is grown on, drawn anew for it: trees that differ err less together. */
  readonly rows: number;
  readonly columns: number;
}

const SEED = 1;
// A split that gains less tells nothing.
const MIN_GAIN = 1e-3;

/** Grows trees by stochastic gradient boosting on the logistic loss, with histograms of the traits' values. The same examples give the same forest. */
export function growForest(names: readonly string[], examples: readonly Example[], growth: Growth): Forest {
  const bars = names.map((_, trait) => cutIntoParts(examples, trait, growth.parts));
  const cells = placeInParts(examples, bars);
  const total = sum(examples.map(({ weight }) => weight));
  const yes = sum(examples.map(({ weight, isYes }) => (isYes ? weight : 0)));
  const start = Math.log(yes / (total - yes));
  const scores = new Float64Array(examples.length).fill(start);
  const random = makeRandom(SEED);
  const trees = Array.from({ length: growth.trees }, () => {
    const slopes = new Float64Array(examples.length);
    const curves = new Float64Array(examples.length);
    for (const [i, { isYes, weight }] of examples.entries()) {
      const likelihood = 1 / (1 + Math.exp(-(scores[i] as number)));
      slopes[i] = weight * (likelihood - Number(isYes));
      curves[i] = weight * likelihood * (1 - likelihood);
    }
    const isAsked = bars.map(() => random() < growth.columns);
    const seen = Int32Array.from(examples.keys()).filter(() => random() < growth.rows);
    const tree = growTree({ bars, isAsked, cells, slopes, curves, growth }, seen);
    for (const [i, { traits }] of examples.entries()) scores[i] = (scores[i] as number) + voteOf(tree, traits);
    return tree;
  });
  return { traits: names, start: round(start), trees };
}

interface Ground {
  readonly bars: readonly (readonly number[])[];
  /** By trait, whether the tree may ask about it. */
  readonly isAsked: readonly boolean[];
  /** By example, the part that each trait's value lies in. */
  readonly cells: Uint8Array;
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  readonly growth: Growth;
}

interface Leaf {
  readonly node: number;
  readonly examples: Int32Array;
  readonly histogram: Histogram;
  readonly split: Split | undefined;
}

interface Histogram {
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  readonly counts: Int32Array;
}

interface Split {
  readonly trait: number;
  readonly part: number;
  readonly gain: number;
}

// Grown on the examples that it sees. The leaf with the most to gain is split first.
function growTree(ground: Ground, seen: Int32Array): Tree {
  const { bars, cells, growth } = ground;
  const tree = {
    trait: [] as number[],
    bar: [] as number[],
    below: [] as number[],
    above: [] as number[],
    value: [] as number[],
  };
  const addLeaf = (examples: Int32Array, histogram: Histogram): Leaf => {
    const node = tree.trait.length;
    const [slope, curve] = totalsOf(histogram, growth.parts);
    tree.trait.push(-1);
    tree.bar.push(0);
    tree.below.push(0);
    tree.above.push(0);
    tree.value.push(round((-slope / (curve + growth.smoothing)) * growth.rate));
    return { node, examples, histogram, split: findSplit(ground, histogram, examples.length) };
  };
  const leaves = [addLeaf(seen, countHistogram(ground, seen))];
  while (leaves.length < growth.leaves) {
    const [leaf] = leaves.filter(({ split }) => split).sort((a, b) => gainOf(b) - gainOf(a));
    if (leaf?.split === undefined) break;
    leaves.splice(leaves.indexOf(leaf), 1);
    const { trait, part } = leaf.split;
    const isBelow = (example: number) => (cells[example * bars.length + trait] as number) <= part;
    const below = leaf.examples.filter(isBelow);
    const above = leaf.examples.filter((example) => !isBelow(example));
    const smaller = below.length < above.length ? below : above;
    const counted = countHistogram(ground, smaller);
    const rest = subtract(leaf.histogram, counted);
    tree.trait[leaf.node] = trait;
    tree.bar[leaf.node] = bars[trait]?.[part] ?? 0;
    for (const [side, examples] of [
      ['below', below],
      ['above', above],
    ] as const) {
      const one = addLeaf(examples, examples === smaller ? counted : rest);
      tree[side][leaf.node] = one.node;
      leaves.push(one);
    }
  }
  return { ...tree, value: tree.value.map((value, node) => (tree.trait[node] === -1 ? value : 0)) };
}

const gainOf = ({ split }: Leaf) => split?.gain ?? 0;

function countHistogram({ bars, cells, slopes, curves, growth }: Ground, examples: Int32Array): Histogram {
  const size = bars.length * growth.parts;
  const counted = {
    slopes: new Float64Array(size),
    curves: new Float64Array(size),
    counts: new Int32Array(size),
  };
  for (const example of examples)
    for (let trait = 0; trait < bars.length; trait++) {
      const cell = trait * growth.parts + (cells[example * bars.length + trait] as number);
      counted.slopes[cell] = (counted.slopes[cell] as number) + (slopes[example] as number);
      counted.curves[cell] = (counted.curves[cell] as number) + (curves[example] as number);
      counted.counts[cell] = (counted.counts[cell] as number) + 1;
    }
  return counted;
}

const subtract = (whole: Histogram, part: Histogram): Histogram => ({
  slopes: whole.slopes.map((one, cell) => one - (part.slopes[cell] as number)),
  curves: whole.curves.map((one, cell) => one - (part.curves[cell] as number)),
  counts: whole.counts.map((one, cell) => one - (part.counts[cell] as number)),
});

const totalsOf = ({ slopes, curves }: Histogram, parts: number): [slope: number, curve: number] => [
  sum(slopes.subarray(0, parts)),
  sum(curves.subarray(0, parts)),
];

function findSplit(ground: Ground, histogram: Histogram, count: number): Split | undefined {
  const { bars, growth } = ground;
  const [slope, curve] = totalsOf(histogram, growth.parts);
  const worth = (one: number, other: number) => (one * one) / (other + growth.smoothing);
  let best: Split | undefined;
  for (let trait = 0; trait < bars.length; trait++) {
    if (!ground.isAsked[trait]) continue;
    let slopeBelow = 0;
    let curveBelow = 0;
    let below = 0;
    for (let part = 0; part < (bars[trait]?.length ?? 0); part++) {
      const cell = trait * growth.parts + part;
      slopeBelow += histogram.slopes[cell] as number;
      curveBelow += histogram.curves[cell] as number;
      below += histogram.counts[cell] as number;
      if (below < growth.minExamples || count - below < growth.minExamples) continue;
      const gain = worth(slopeBelow, curveBelow) + worth(slope - slopeBelow, curve - curveBelow) - worth(slope, curve);
      if (gain > (best?.gain ?? MIN_GAIN)) best = { trait, part, gain };
    }
  }
  return best;
}

// Bars between a trait's values: between each two where there are few, else so that each part has as many examples.
function cutIntoParts(examples: readonly Example[], trait: number, parts: number): number[] {
  const values = Float64Array.from(examples, ({ traits }) => traits[trait] as number).sort();
  const different = [...new Set(values)];
  const between = different.slice(1).map((value, i) => ((different[i] as number) + value) / 2);
  if (between.length < parts) return between.map(round);
  const even = Array.from({ length: parts - 1 }, (_, i) => values[Math.floor(((i + 1) * values.length) / parts)]);
  return [...new Set(even.map((value) => round(value as number)))];
}

function placeInParts(examples: readonly Example[], bars: readonly (readonly number[])[]): Uint8Array {
  const cells = new Uint8Array(examples.length * bars.length);
  for (const [i, { traits }] of examples.entries())
    for (const [trait, own] of bars.entries()) {
      const above = own.findIndex((bar) => (traits[trait] as number) < bar);
      cells[i * bars.length + trait] = above < 0 ? own.length : above;
    }
  return cells;
}

const sum = (numbers: Iterable<number>) => {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
};

// Six digits tell all there is to tell, and keep the file short.
const round = (number: number) => Number(number.toPrecision(6));
