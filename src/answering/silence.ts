import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { cite } from './cite.ts';
import type { Decision } from './decide.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { findAlternatives } from './notes.ts';
import type { RankedFact } from './rank-facts.ts';
import { suggestQuestions } from './suggest.ts';
import type { Understanding } from './understand-question.ts';

/** Says that the archive does not say, what it does say of the subject, and what else may be asked. */
export function answerSilence(understanding: Understanding, decision: Decision, snapshot: Snapshot): Answer {
  const related = findRelated(understanding, decision.ranked);
  return {
    answered: false,
    verdict: understanding.kind === 'compat' || understanding.kind === 'any' ? 'unknown' : undefined,
    lead: describeSilence(understanding),
    notes: [
      ...(related ? [`What it does say: ${related.indexed.fact.says}`] : []),
      ...(understanding.unknownNames.length === 0 && (understanding.kind === 'compat' || understanding.kind === 'any') ? findAlternatives(understanding, snapshot, related?.indexed) : []),
    ],
    list: undefined,
    citations: related ? [cite(related.indexed, true)] : [],
    suggestions: related ? [] : suggestQuestions(understanding, snapshot),
    followUp: makeFollowUp(understanding, related?.indexed),
  };
}

function describeSilence({ topics, unknownNames, kind }: Understanding): string {
  const [unknown] = unknownNames;
  if (unknown !== undefined) return `The archive has nothing about “${unknown}”.`;
  const needed = topics.filter(({ isStory, isNeeded }) => !isStory || isNeeded);
  const places = needed.filter(({ target, isPlace, named }) => target !== undefined || (isPlace && named !== undefined));
  const [subject] = needed.filter((topic) => !places.includes(topic));
  if (subject?.named === undefined || (kind !== 'compat' && kind !== 'any')) {
    const about = subject?.named ?? needed.find(({ named }) => named !== undefined)?.named;
    return about === undefined ? 'The archive does not say.' : `The archive does not say that about ${about.name}.`;
  }
  if (places.length === 0) return `The archive does not say that about ${subject.named.name}.`;
  const where = places.map(({ target, named }) => target?.label ?? named?.name ?? '').join(' and ');
  return `The archive does not say whether ${subject.named.name} runs on ${where}.`;
}

// Something on the very subject, reviewed before drafted; never on a place alone.
function findRelated({ topics, unknownNames }: Understanding, ranked: readonly RankedFact[]): RankedFact | undefined {
  if (unknownNames.length > 0) return undefined;
  const hasSubject = topics.some(({ named, isPlace, isStory, isNeeded }) => named !== undefined && !isPlace && (!isStory || isNeeded));
  return ranked.find(({ topics: matches }) => hasSubject && matches.some(({ isAbout, level }, i) => isAbout && level === 1 && !topics[i]?.isPlace));
}
