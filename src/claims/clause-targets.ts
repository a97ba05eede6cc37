import { findTargets } from './find-targets.ts';
import type { Target } from './target.ts';
import { getTarget } from './vocabulary.ts';

// "64-bit only" says that nothing of 32 bits runs there.
const WIDE_ONLY =
  /\b64[- ]bit[- ]only\b|\b(?:aarch64|arm64|armv8)[- ]only\b|\bonly\s+(?:\w+\s+)?64[- ]bit\b|\bpure(?:ly)?\s+64[- ]bit\b|\bno\s+32[- ]bit\b/i;
// In a list of build names "arm" beside "arm64" is the 32-bit one.
const ARM_BESIDE_ARM64 =
  /\barm(?:,|\s+and|\s*\/)\s*(?:and\s+)?(?:arm64|aarch64)\b|\b(?:arm64|aarch64)(?:,|\s+and|\s*\/)\s*(?:and\s+)?arm\b(?![\s-]*\d)/;
const NARROW_ARM = getTarget('arm32');

// "Jane Doe from Arm" works there; nothing runs on that.
const HARDWARE =
  /^[\s-](?:based|boards?|servers?|machines?|systems?|devices?|cores?|processors?|chips?|cpus?|hardware|hosts?|platforms?|architectures?|targets?|box(?:es)?|laptops?|instances?)\b/i;
const COMPANY = /(?:\b(?:from|at|by)\s+|\()$/i;

/** The targets that a clause names, each once, in the sense that its words give them. */
export function targetsIn(clause: string): Target[] {
  const found = findTargets(clause)
    .filter(
      ({ target, start, end }) =>
        target.id !== 'arm' ||
        !COMPANY.test(clause.slice(Math.max(0, start - 8), start)) ||
        HARDWARE.test(clause.slice(end)),
    )
    .map(({ target }) => target);
  const named = ARM_BESIDE_ARM64.test(clause)
    ? found.map((target) => (target.id === 'arm' ? NARROW_ARM : target))
    : found;
  return [...new Set(WIDE_ONLY.test(clause) ? [...named.filter(({ kind }) => kind === 'device'), NARROW_ARM] : named)];
}
