import { TELLING, weighRestOf } from '#answering/choosing/weigh-words.ts';
import { type Decision, decide } from '#answering/judging/decide.ts';
import type { JudgedFact } from '#answering/judging/judge-facts.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer, Citation } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import { explainPlaces, findAlternatives, tellHistory } from '#answering/wording/notes.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { answerSilence } from './silence.ts';

const MAX_FURTHER = 2;
// How far behind the best another article may be to be named beside it.
const FURTHER = 4;

/** Answers one question about one thing: with the fact that says it, or by saying that none does. */
export function answerOne(understanding: Understanding, snapshot: Snapshot): Answer {
  const decision = decide(understanding, snapshot);
  const { best, verdict } = decision;
  const maker = answerMaker(understanding, best?.indexed.fact.says, snapshot);
  if (maker !== undefined) return maker;
  if (best === undefined) return answerSilence(understanding, decision, snapshot);
  const { fact } = best.indexed;
  const isThere = verdict === undefined || verdict === 'yes' || verdict === 'partly';
  return {
    answered: true,
    verdict,
    lead: fact.isReviewed ? fact.says : leadOfPassage(verdict, best.indexed.issue.isRestated),
    notes: [
      ...tellMore(understanding, decision),
      ...new Set(explainPlaces(understanding, best)),
      ...tellHistory(decision, understanding),
      ...(isThere ? [] : findAlternatives(understanding, snapshot, best.indexed)),
    ],
    list: undefined,
    citations: [cite(best.indexed, fact.isReviewed, understanding.question), ...citeFurther(best, decision)],
    suggestions: [],
    followUp: makeFollowUp(understanding, best.indexed),
  };
}

// "who makes it?", and nothing else: the list of subjects has it where the sentence that fits best does not say so, but who
// built something with it. `says`: that sentence, where there is one.
function answerMaker(understanding: Understanding, says: string | undefined, { names }: Snapshot): Answer | undefined {
  const { question, topics, wanted } = understanding;
  const named = topics.length === 1 ? topics[0]?.named : undefined;
  if (wanted !== 'person' || named?.by === undefined || !MAKES.test(question)) return undefined;
  if (says !== undefined && (says.includes(named.by) || weighRestOf(understanding) > TELLING)) return undefined;
  const owner = names.find(named.by)?.by;
  const whose = owner === undefined ? '' : `, which belongs to ${owner}`;
  return {
    answered: true,
    verdict: undefined,
    lead: `By the archive's list of subjects, ${named.name} comes from ${named.by}${whose}.`,
    notes: [],
    list: undefined,
    citations: [],
    suggestions: [`status ${named.name}`],
    followUp: makeFollowUp(understanding, undefined),
  };
}

const MAKES =
  /\b(?:makes?|made|builds?|built|manufactures?|manufacturer|produces?|produced|develops?|developed|behind|vendor|maker)\b/i;

// Further sentences of the same article that are nearly as likely to answer, where no yes or no says it all.
function tellMore({ kind }: Understanding, { best, verdict, ranked }: Decision): string[] {
  if (best === undefined || verdict !== undefined || !best.indexed.fact.isReviewed) return [];
  if (kind === 'where' || kind === 'when') return [];
  const { article, fact } = best.indexed;
  const more: string[] = [];
  let length = fact.says.length;
  for (const { indexed, score } of ranked) {
    const { says } = indexed.fact;
    if (more.length === MAX_MORE) break;
    if (score < best.score - NEARLY || indexed.article !== article || says === fact.says || more.includes(says))
      continue;
    length += says.length;
    if (length > MAX_TOLD) break;
    more.push(says);
  }
  return more;
}

const NEARLY = 4;
const MAX_MORE = 2;
// Characters: what is read at a glance.
const MAX_TOLD = 420;

// Nobody has checked what a single sentence of an issue without facts means.
const passageLeads = {
  yes: 'It seems so. The newsletter writes:',
  no: 'It seems not. The newsletter writes:',
  partly: 'In part, it seems. The newsletter writes:',
  planned: 'It seems to be planned. The newsletter writes:',
  'in-progress': 'It seems to be in the works. The newsletter writes:',
  unknown: 'The newsletter writes:',
} as const;

function leadOfPassage(verdict: Answer['verdict'], isRestated: boolean): string {
  const lead = passageLeads[verdict ?? 'unknown'];
  return isRestated ? lead.replace(/The newsletter writes:$/, 'The archive says:') : lead;
}

// The next best of other articles; the newest statement's own come first.
function citeFurther(best: JudgedFact, { answers }: Decision): Citation[] {
  const seen = new Set([best.indexed.article.id]);
  const further: Citation[] = [];
  for (const { indexed, score } of answers) {
    if (further.length === MAX_FURTHER) break;
    if (score < best.score - FURTHER || seen.has(indexed.article.id)) continue;
    seen.add(indexed.article.id);
    further.push(cite(indexed, false));
  }
  return further;
}
