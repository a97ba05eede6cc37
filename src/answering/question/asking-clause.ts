import { tokenize } from '#search/words/tokenize.ts';
import { weighWord } from '#search/words/word-weight.ts';
import { isAskingWord } from './asking-words.ts';

const TELLING = 0.3;
const FEW = 3;
const CLAUSE_END = /(?<![,;.!?:])[,;.!?:]+(?:\s+|$)|(?<!\s)\s+[-–—]+\s+/g;
const ASKS =
  /^(?:(?:and|so|but|or|also|then|hey|hi|ok|just|please|now)\s+)*(?:is|are|was|were|does|do|did|can|could|will|would|has|have|should|may|isn't|doesn't|can't|aren't|who|whose|what|whats|what's|which|when|where|wheres|where's|why|how|hows|any|anyone|anybody|tell|show|list|name|got)\b|\b(?:wondering|wonder|know|tell me|curious|idea)\b/i;
const ASKS_AT_START =
  /^(?:(?:and|so|but|or|also|then|hey|hi|ok|just|please|now)\s+)*(?:is|are|was|were|does|do|did|can|could|will|would|has|have|who|whose|what|whats|what's|which|when|where|wheres|where's|why|how)\b/i;
// "is there an official one, or do I build it myself?"
const ALTERNATIVE = /^or\b/i;
const FILLER =
  /^(?:does\s+|do\s+)?(?:any(?:one|body)|some(?:one|body)|you)(?:\s+\w+)?\s+(?:know|tell)\W*$|^(?:thanks|thank you|please|cheers|right|ok)\b/i;

/** Where the question itself stands in a message that tells a story around it; the whole message where nothing tells. */
export function findAskingClause(message: string): { start: number; end: number } {
  const clauses: { start: number; end: number; text: string; isMarked: boolean }[] = [];
  let start = 0;
  for (const { 0: mark, index } of [...message.matchAll(CLAUSE_END), { 0: '', index: message.length }]) {
    const text = message.slice(start, index).trim();
    if (text !== '') clauses.push({ start, end: index, text, isMarked: mark.includes('?') });
    start = index + mark.length;
  }
  const whole = { start: 0, end: message.length };
  if (clauses.length < 2) return whole;
  const marked = clauses.filter(({ text, isMarked }) => isMarked && !FILLER.test(text));
  const asking = marked.length > 0 ? marked : clauses.filter(({ text }) => !FILLER.test(text) && ASKS.test(text));
  const [first] = asking;
  const last = asking.at(-1);
  if (first === undefined || last === undefined) return whole;
  // "where do I find Foodb, the database?": the question mark stands behind what is only an explanation.
  const opening = clauses
    .slice(0, clauses.indexOf(first))
    .findLast(({ text }) => ASKS_AT_START.test(text) && !FILLER.test(text));
  if ((!ASKS_AT_START.test(first.text) || ALTERNATIVE.test(first.text)) && opening !== undefined)
    return { start: opening.start, end: last.end };
  // "…, arm64 too?": a few words more belong to what stands before them.
  const isTail = tokenize(first.text).length < FEW && clauses.indexOf(first) > 0;
  // "…, is that a known problem?": what tells what is asked stands right before it.
  const isEmpty = asking.every(({ text }) =>
    tokenize(text).every(({ raw }) => weighWord(raw) < TELLING || isAskingWord(raw)),
  );
  const before = isEmpty || isTail ? clauses[clauses.indexOf(first) - 1] : undefined;
  return { start: before?.start ?? first.start, end: last.end };
}
