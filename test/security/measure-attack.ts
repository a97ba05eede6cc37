import { busyMs } from './busy-time.ts';
import type { Attack } from './compose-attacks.ts';

/** How the time grew when an attack became four times as long. */
export interface Growth {
  readonly attack: Attack;
  /** Of the repeated part, in characters. */
  readonly length: number;
  readonly ms: number;
  readonly ratio: number;
}

/** Small steps: what is exponential must be seen before it takes hours. The last is the longest word that an issue or a chat may bring. */
const lengths = [
  12, 16, 20, 24, 28, 32, 36, 40, 44, 50, 56, 64, 76, 88, 128, 180, 256, 360, 512, 720, 1_024, 2_500, 10_000, 40_000,
];
/** Below this, what is measured is the machine. */
const tellingMs = 3;
/** A thread's time is told in steps of about this: of what took less, one cannot tell how much. */
const clockStepMs = 1;
/** No neighbour makes so much of what takes next to nothing: it is measured once. */
const obviousMs = 200;
/** Four times the length takes four times the time where each character is looked at once, sixteen times where it is from every other. */
const alarmingRatio = 8;
const repeats = 3;
const confirmations = 6;

/** Makes an attack longer until its time can be told, and compares that with the time for a quarter of its length. */
export function findCatastrophe(expression: RegExp, attack: Attack): Growth | undefined {
  for (const length of lengths) {
    const ms = measure(expression, attack, length);
    if (ms <= tellingMs) continue;
    const quarterMs = ms <= obviousMs ? ms : measure(expression, attack, length / 4);
    if (quarterMs < ms / (alarmingRatio * alarmingRatio))
      return { attack, length, ms, ratio: ms / Math.max(clockStepMs, quarterMs) };
    let growth = measureGrowth(expression, attack, length, repeats);
    // A neighbour that is busy for a while can look like it; what grows so fast does so every time.
    for (let again = 0; again < confirmations && isAlarming(growth); again++) {
      growth = shorter(growth, measureGrowth(expression, attack, length, repeats));
    }
    if (isAlarming(growth)) return growth;
  }
  return undefined;
}

function isAlarming({ ms, ratio }: Growth): boolean {
  return ms > tellingMs && ratio > alarmingRatio;
}

function shorter(one: Growth, other: Growth): Growth {
  const ms = Math.min(one.ms, other.ms);
  return { ...one, ms, ratio: ms / Math.min(one.ms / one.ratio, other.ms / other.ratio) };
}

/** Whatever disturbs a run makes it longer, never shorter: the shortest of several counts. */
function measureGrowth(expression: RegExp, attack: Attack, length: number, times: number): Growth {
  let ms = Number.POSITIVE_INFINITY;
  let quarterMs = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    quarterMs = Math.min(quarterMs, measure(expression, attack, length / 4));
    ms = Math.min(ms, measure(expression, attack, length));
  }
  return { attack, length, ms, ratio: ms / Math.max(clockStepMs, quarterMs) };
}

function measure(expression: RegExp, { before, pump, after }: Attack, length: number): number {
  const text = before + pump.repeat(Math.ceil(length / pump.length)) + after;
  expression.lastIndex = 0;
  const startMs = busyMs();
  // As replaceAll and matchAll do: from every place on, not only from the first.
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return busyMs() - startMs;
}
