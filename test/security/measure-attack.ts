import type { Attack } from './compose-attacks.ts';

/** How the time grew when an attack became four times as long. */
export interface Growth {
  readonly attack: Attack;
  /** Of the repeated part, in characters. */
  readonly length: number;
  readonly ms: number;
  readonly ratio: number;
}

/** Small steps: what is exponential must be seen before it takes hours, and no run is to be longer than its turn on a busy core. */
const lengths = [12, 16, 20, 24, 32, 44, 64, 88, 128, 180, 256, 360, 512, 720, 1_024];
/** Below this, what is measured is the machine. */
const tellingMs = 3;
/**
 * Four times the length takes sixteen times the time where each character is looked at from every other (on a busy machine,
 * which interrupts long runs only, up to sixty), and thousands of times where the ways through a text multiply.
 */
const alarmingRatio = 150;
const repeats = 5;
const confirmations = 3;

/** Makes an attack longer until its time can be told, and compares that with the time for a quarter of its length. */
export function findCatastrophe(expression: RegExp, attack: Attack): Growth | undefined {
  for (const length of lengths) {
    if (measure(expression, attack, length) <= tellingMs) continue;
    let growth = measureGrowth(expression, attack, length, repeats);
    if (growth.ms <= tellingMs) continue;
    // A neighbour that is busy for a while can look like it; what is catastrophic is so every time.
    for (let again = 0; again < confirmations && growth.ratio > alarmingRatio; again++) {
      growth = measureGrowth(expression, attack, length, 2 * repeats);
    }
    return growth.ratio > alarmingRatio ? growth : undefined;
  }
  return undefined;
}

/** Whatever disturbs a run makes it longer, never shorter: the shortest of several counts. */
function measureGrowth(expression: RegExp, attack: Attack, length: number, times: number): Growth {
  let ms = Number.POSITIVE_INFINITY;
  let quarterMs = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    quarterMs = Math.min(quarterMs, measure(expression, attack, length / 4));
    ms = Math.min(ms, measure(expression, attack, length));
  }
  return { attack, length, ms, ratio: ms / quarterMs };
}

function measure(expression: RegExp, { before, pump, after }: Attack, length: number): number {
  const text = before + pump.repeat(Math.ceil(length / pump.length)) + after;
  expression.lastIndex = 0;
  const startMs = performance.now();
  // As replaceAll and matchAll do: from every place on, not only from the first.
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return performance.now() - startMs;
}
