import type { Target } from '#claims/target.ts';

// Labels that name a kind of machine, not one.
const MASS = /(?:silicon|instances?|servers?|series)$/i;
const VOWEL = /^(?:[aeio]|u(?!s|n))/i;

/** A target's name as it stands in a sentence: "armv6", "Windows", "a Raspberry Pi Zero", "an ODROID-C2". */
export function withArticle({ kind, label }: Target): string {
  if (kind !== 'device' || MASS.test(label)) return label;
  return `${VOWEL.test(label) ? 'an' : 'a'} ${label}`;
}

/** The same at the beginning of a sentence. */
export function withArticleFirst(target: Target): string {
  const name = withArticle(target);
  return name === target.label ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
