import { createZoneFormat } from './zone-format.ts';

const HOUR_MS = 60 * 60 * 1000;
const formatIn = createZoneFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

/**
 * The moment at which the clocks go forward over a time on the wall (as if it were UTC), near where it should be;
 * undefined where that time is shown.
 */
export function findGapOver(wallMs: number, nearMs: number, timeZone: string): number | undefined {
  let fromMs = nearMs - 3 * HOUR_MS;
  let toMs = nearMs + 3 * HOUR_MS;
  const before = readOffset(fromMs, timeZone);
  const after = readOffset(toMs, timeZone);
  if (after <= before) return undefined;
  while (toMs - fromMs > 1000) {
    const middleMs = Math.floor((fromMs + toMs) / 2000) * 1000;
    if (readOffset(middleMs, timeZone) === before) fromMs = middleMs;
    else toMs = middleMs;
  }
  return toMs + before <= wallMs && wallMs < toMs + after ? toMs : undefined;
}

/** How far the clock on the wall is ahead of UTC. */
export function readOffset(atMs: number, timeZone: string): number {
  return Date.parse(`${formatIn(timeZone).format(atMs).replace(' ', 'T')}Z`) - Math.floor(atMs / 1000) * 1000;
}
