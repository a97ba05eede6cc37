import type { FollowUp } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import { isProcessor } from '#targets/vocabulary.ts';

/** What a conversation is about after a question; undefined where it named nothing and nothing was found. */
export function makeFollowUp(
  { topics, unknownNames, question }: Understanding,
  found: IndexedFact | undefined,
): FollowUp | undefined {
  // "and Foodb?", behind a question on what nobody has written about, takes its place.
  const [unknown] = unknownNames;
  if (unknown !== undefined) return { question, subject: unknown };
  const named = topics.filter(({ named, isDoubtful, isStory }) => named !== undefined && !isDoubtful && !isStory);
  const subject =
    named.find(({ isPlace, target }) => !isPlace && target === undefined) ??
    named.find(({ isPlace, target }) => !isPlace && !isProcessor(target)) ??
    named.find(({ target }) => !isProcessor(target));
  // "who rents out arm64 servers?": it goes on about who does, not about arm64.
  const name = subject?.named?.name ?? found?.about[0]?.name ?? named[0]?.named?.name;
  return name === undefined ? undefined : { question, subject: name };
}
