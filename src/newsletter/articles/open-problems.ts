const STILL_OPEN =
  /\b(?:unresolved|not\s+yet\s+(?:resolved|fixed|solved)|outstanding|known|remaining|open)(?:\s+[\w-]+){0,2}\s+(?:issues?|problems?|bugs?)\b|\b(?:issues?|problems?|bugs?)\b(?:\s+[\w-]+){0,3}\s+(?:(?:still|remain(?:ing|s)?)\s+open|open|unresolved|not\s+yet\s+(?:resolved|fixed|solved)|outstanding|remaining)\b/i;
/** Solved after all, or work that is offered to newcomers: nothing that is broken. */
const NOT_BROKEN =
  /\b(?:fix(?:e[sd])?|fixing|solve[sd]?|solving|resolve[sd]|resolving|close[sd]?|closing|squash\w{0,4}|newcomers?|beginners?|contributors?|first|good|help\s+wanted|looking\s+for|pick\s+up|mentored|triage\w{0,2}|tracker|source|call|submi\w{1,10}|papers?|this\s+issue)\b/i;

/** Whether a heading stands over problems that were not solved when the issue came out. */
export function isAboutOpenProblems(heading: string): boolean {
  const text = heading.slice(0, 300);
  return STILL_OPEN.test(text) && !NOT_BROKEN.test(text.replaceAll(/not\s+yet\s+\w+/gi, ' '));
}
