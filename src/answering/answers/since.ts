import { ANSWERS, matchPlaces } from '#answering/choosing/match-places.ts';
import { decide } from '#answering/judging/decide.ts';
import { SINCE } from '#answering/question/question-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import { isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Answers since when something runs somewhere: by the first issue from which on it has stood so. Undefined for any other question. */
export function answerSince(question: string, snapshot: Snapshot): Answer | undefined {
  if (!SINCE.test(question)) return undefined;
  const plain = question.replace(SINCE, 'does').replace(/\bdoes\s+(?:has|have|does|is)\b/i, 'does');
  const understanding = { ...understandQuestion(plain, snapshot), kind: 'compat' as const, wanted: 'any' as const };
  const { best } = decide(understanding, snapshot);
  const status = best?.indexed.fact.status;
  if (best === undefined || (status !== 'yes' && status !== 'partly')) return undefined;
  const newest = best.indexed;
  const first = findFirst(newest, understanding.topics, snapshot);
  return {
    answered: true,
    verdict: undefined,
    lead: `The first issue to say so is ${first.issue.id}: ${first.fact.says}`,
    notes: first.issue === newest.issue ? [] : [`The newest is ${newest.issue.id}.`],
    list: undefined,
    citations: [cite(first, true)],
    suggestions: [],
    followUp: makeFollowUp(understanding, first),
  };
}

// The first that says it of the very subject in the same place, since it was last said that it does not.
function findFirst(newest: IndexedFact, topics: readonly Topic[], { index }: Snapshot): IndexedFact {
  // What is newest may be said of a part of it ("Foodix wifi").
  const asked = topics.find(({ named, isPlace }) => named !== undefined && !isPlace && newest.about.includes(named));
  const subject = asked?.named ?? newest.whole;
  const places = topics.filter(({ target, named }) => target !== undefined && named !== subject);
  let first: IndexedFact | undefined;
  for (const place of (subject && index.byName.get(subject.id)) ?? []) {
    const one = index.facts[place] as IndexedFact;
    const { status } = one.fact;
    if (one.whole !== subject || isLaterIssue(one.issue.id, newest.issue.id)) continue;
    if (places.some((topic) => matchPlaces(topic, one).onLevel < ANSWERS)) continue;
    if (status === 'no') first = undefined;
    else if (status === 'yes' || status === 'partly') first ??= one;
  }
  return first ?? newest;
}
