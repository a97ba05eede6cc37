// Where one thing said ends and the next begins: contrast, and a second sentence joined on. A plain "and" or comma in a
// list ("armv5, armv6 and armv7") is no such place.
const BOUNDARY = new RegExp(
  [
    String.raw`\s*;\s+`,
    String.raw`,\s+(?=and\s+(?:supports?|runs?|works?|builds?|boots?|includes?|needs?|adds?|ships?)\b)`,
    String.raw`,?\s+(?=apart\s+from\b|with\s+the\s+exception\b)`,
    String.raw`,?\s+(?=and\s+(?:[\w.'’/-]+\s+){1,5}?(?:is|are|was|were|has|have|had|will|would|went|runs?|works?|does|do|did|can|cannot|remains?|lacks?|needs?|fails?|refuses?|isn['’]t|aren['’]t|doesn['’]t|won['’]t)\b)`,
    String.raw`,?\s+(?=(?:but(?!\s+not\s+all)|however|although|though|whereas|while|except|unless|otherwise)\b)`,
    String.raw`,\s+(?=yet\b)`,
    String.raw`,?\s+(?=and\s+(?:this|that|it|they|there|the|will|is|are|has|have|was|we|you|also)\b)`,
    String.raw`,\s+(?=(?:which|where|who|because|since|so|as|with|or\s+(?:is|are|will))\b)`,
    String.raw`,\s+(?=(?:[\w.'’/-]+\s+){1,4}?(?:(?:do|does|did|is|are|was|were|has|have|can|will|would)(?:n['’]t|\s+not)|won['’]t|can['’]t|cannot)(?:\s+(?:yet|so\s+far))?\s*(?:[.,;!)]|$))`,
    String.raw`,\s+(?=(?:[\w.'’/-]+\s+){1,3}(?:does|do|did)(?:\s+too|\s+as\s+well)?\s*[.;!)]*$)`,
    String.raw`,?\s+(?=(?:and\s+so|nor|neither)\s+(?:is|are|was|were|do|does|did|has|have|can|will|would)\b)`,
    // "not in this release, work on it is under review"; "stable, something we had noted as missing".
    String.raw`,\s+(?=(?:work|patches|a\s+(?:fix|patch|port)|support)\b[^,;]{0,60}?\s(?:is|are|was|were|has|have|will)\b)`,
    String.raw`,\s+(?=something\s+(?:that\s+)?(?:i|we|he|she|they)\b)`,
    String.raw`:\s+`,
    String.raw`\s+[–—-]{1,2}\s+`,
  ].join('|'),
  'gi',
);

const LABEL =
  /^(?:(?:what(?:['’]s)?|things|features|parts|still|not|also|known|missing|working|supported|unsupported|done|broken|planned|coming|gone|dropped|added|available|new)\b[^,;:]{0,40}|\p{Lu}\S*(?:\s[^\s,;:]+){0,2}):\s+/iu;

/** Cuts a sentence into the parts that may say different things. Joined by their gaps they are the sentence again. */
export function splitClauses(sentence: string, isHeading = false): string[] {
  // "What works: sound and graphics": a few words before a colon belong to the list behind it.
  const [label = ''] = isHeading ? [] : (LABEL.exec(sentence) ?? []);
  const [first = '', ...rest] = sentence.slice(label.length).split(BOUNDARY);
  return [label + first, ...rest].filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}
