/** What is said to somebody who told whether an answer helped. */
export function thankForRating(isHelpful: boolean, isKept: boolean): string {
  if (!isKept) return 'Thank you. That could not be noted just now; press again in a few minutes, please.';
  return `Thank you, noted: this answer ${isHelpful ? 'helped' : 'did not help'}.`;
}
