import { findTargetsInQuestion } from '#claims/find-targets.ts';
import { readQuery } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';

const SENTENCE_END = /(?<=[.!?])\s+|\n{2,}/;
const ASKS =
  /\?\s*$|^\W*(?:(?:and|but|so|hey|hi|also)[,\s]+)*(?:does|do|did|is|are|was|were|can|could|will|would|has|have|any|which|what|when|where|who|how|why)\b/i;
// A sentence that leans on the ones before it is not read alone.
const LEANS = /\b(?:it|its|that|those|these|this|them|they|there|one|ones|so)\b/i;

/** The sentence of a chatty message that asks, where it names all that it needs; else the whole message. */
export function focusQuestion(message: string, snapshot: Snapshot): string {
  const sentences = message.split(SENTENCE_END).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  if (sentences.length < 2) return message;
  const asking = sentences.filter((sentence) => ASKS.test(sentence) && standsAlone(sentence, snapshot));
  return asking.length > 0 ? asking.join(' ') : message;
}

function standsAlone(sentence: string, snapshot: Snapshot): boolean {
  if (LEANS.test(sentence)) return false;
  const names = readQuery(sentence, snapshot).filter(({ isName, matches }) => isName && matches.length > 0);
  return names.length > 0 || findTargetsInQuestion(sentence).length > 1;
}
