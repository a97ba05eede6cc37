import { findTargetsInQuestion } from '#claims/find-targets.ts';
import { readQuery } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';

const SENTENCE_END = /(?<=[.!?])\s+|\n{2,}/;
const ASKS =
  /\?\s*$|^\W*(?:(?:and|but|so|hey|hi|also)[,\s]+)*(?:does|do|did|is|are|was|were|can|could|will|would|has|have|any|which|what|when|where|who|how|why)\b/i;
// A sentence that leans on the ones before it is not read alone.
const LEANS = /\b(?:it|its|that|those|these|this|them|they|there|one|ones|so)\b/i;

// "my boss asked: does …", "all we have are small boards, can I …": what stands before the question, and the question.
const ASIDE =
  /^([^?]+?)(?::|,|;|\s+-+|\s*[–—])\s+((?:(?:so|and|but)\s+)?(?:does|do|did|is|are|was|were|can|could|will|would|has|have|any)\s.+)$/is;

const THERE_IS = /\b(?:is|are|was|were)\s+there\b/gi;

/** The sentence of a chatty message that asks, where it names all that it needs; else the whole message. */
export function focusQuestion(message: string, snapshot: Snapshot): string {
  return dropAside(focusSentence(message, snapshot), snapshot);
}

// Only an aside that names nothing the archive knows: "on Debian, does …" says where.
function dropAside(sentence: string, snapshot: Snapshot): string {
  const [, aside = '', question = ''] = ASIDE.exec(sentence) ?? [];
  if (aside === '' || !standsAlone(question, snapshot) || namesAnything(aside, snapshot)) return sentence;
  return question;
}

function namesAnything(text: string, snapshot: Snapshot): boolean {
  return namesIn(text, snapshot).length > 0 || findTargetsInQuestion(text).length > 0;
}

function namesIn(text: string, snapshot: Snapshot) {
  return readQuery(text, snapshot).filter(({ isName, matches }) => isName && matches.length > 0);
}

function focusSentence(message: string, snapshot: Snapshot): string {
  const sentences = message.split(SENTENCE_END).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  if (sentences.length < 2) return message;
  const asking = sentences.filter((sentence) => ASKS.test(sentence) && standsAlone(sentence, snapshot));
  return asking.length > 0 ? asking.join(' ') : message;
}

function standsAlone(sentence: string, snapshot: Snapshot): boolean {
  if (LEANS.test(sentence.replace(THERE_IS, ''))) return false;
  return namesIn(sentence, snapshot).length > 0 || findTargetsInQuestion(sentence).length > 1;
}
