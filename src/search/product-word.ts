import type { Token } from './tokenize.ts';

// "Go 1.9", "my go code": a product may be called by the commonest of words.
const FOLLOWS_PRODUCT =
  /^(?:v?\d|release|version|code|program|compiler|package|library|runtime|image|language|beta|rc)/i;

const VERB_AFTER = /^(?:to|i|we|you|they|it|can|could|will|would|should|must|may|let|lets|let's|not|please)$/i;
const VERB_BEFORE = /^(?:to|on|up|down|back|ahead|away|into|through|with|for|well)$/i;
const NOUN_AFTER = /^(?:does|is|has|did|was|a|an|the|any|of|in|with|for|about|latest|newest|new)$/i;

/** May the word name a product where it stands: "Go 1.9", but not "to go"? */
export function isProductHere(tokens: readonly Token[], place: number): boolean {
  const next = tokens[place + 1]?.raw;
  const raw = tokens[place]?.raw ?? '';
  const before = tokens[place - 1]?.raw ?? '';
  // "I" and "I'd" are capitalised wherever they stand.
  if (/^i(?:['’]|$)/i.test(raw)) return false;
  // "to go", "go on": a verb.
  if (VERB_AFTER.test(before) || (place > 0 && next !== undefined && VERB_BEFORE.test(next))) return false;
  if (NOUN_AFTER.test(before) || tokens.length === 1 || (place === 0 && next !== undefined && VERB_BEFORE.test(next)))
    return true;
  return (place > 0 && /^\p{Lu}/u.test(raw)) || (next !== undefined && FOLLOWS_PRODUCT.test(next));
}
