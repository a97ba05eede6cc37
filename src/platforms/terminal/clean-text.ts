import { cleanLine } from '#conversation/wording/clean-line.ts';

/**
 * The same value with every text in it made harmless, so that no renderer can forget one: what we did not write could
 * recolour, retitle or rewrite the screen.
 */
export function cleanTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanLine(value) as Value;
  if (Array.isArray(value)) return value.map(cleanTexts) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanTexts(part)])) as Value;
}
