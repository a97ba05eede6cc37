const openProblems =
  /\b(?:open|unresolved|not\s+yet\s+(?:resolved|fixed|solved)|outstanding|known|remaining)\b.*\b(?:issues?|problems?|bugs?)\b|\b(?:issues?|problems?|bugs?)\b.*\b(?:open|unresolved|not\s+yet\s+(?:resolved|fixed|solved)|outstanding|remaining)\b/i;

/** Whether a section's heading stands over problems that were not solved when the issue came out. */
export function isAboutOpenProblems(section: string): boolean {
  return openProblems.test(section);
}
