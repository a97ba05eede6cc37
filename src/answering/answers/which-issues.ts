import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import { formatDay } from '#newsletter/days/format-day.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';

const ISSUES = '(?:issues?|editions?|newsletters?|weeks?)';
const PIECES = '(?:piece|article|item|story|stories|news|post|entry|something|anything)';
const WROTE = `(?:wr[io]te|written|writes|talk(?:s|ed)?|t(?:ell|old)|mention(?:s|ed)?|cover(?:s|ed)?|coverage|report(?:s|ed)?|featur(?:es|ed)|discuss(?:es|ed)?|${PIECES} (?:about|on)|(?:is|was|were|been|come|came|appear(?:s|ed)?) (?:it |that )?in)`;
const ASKED = `(?:which|what|any) (?:of (?:the|your) )?${ISSUES}`;
const ASKS_ISSUES = new RegExp(
  String.raw`\b${ASKED}\b[^?!]{0,200}\b${WROTE}\b|\b${WROTE}\b[^?!]{0,200}\b(?:which|what) ${ISSUES}\b|\b(?:which|what) ${ISSUES}\W{0,9}$`,
  'i',
);
// An issue of a tracker is none of the newsletter's.
const OTHER_ISSUE = /\b(?:github|gitlab|tracker|bug|tracks?|tracking|pull request|filed|opened?)\b/i;
const OF_ASKING = new RegExp(`^(?:${ISSUES}|${WROTE}|${PIECES})$`, 'i');
const SHOWN = 10;
const TELLING = 0.2;

/** Answers which issues wrote of a subject: those with a fact on it, newest first. Undefined for any other question. */
export function answerWhichIssues(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, words, unknownNames } = understanding;
  if (unknownNames.length > 0 || !ASKS_ISSUES.test(question) || OTHER_ISSUE.test(question)) return undefined;
  const named = [...new Set(topics.flatMap((topic) => topic.named ?? []))];
  const rest = words.filter(({ raw, isNamed, weight }) => !isNamed && weight > TELLING && !OF_ASKING.test(raw));
  const places = topics.filter((topic) => topic.named === undefined);
  const besides = [...rest.map(({ raw }) => raw), ...places.map((topic) => topic.words)].join(' ');
  const fitting = fitWords(findTogether(named, snapshot), besides, snapshot);
  const isFirstOfAll = ({ subject }: IndexedFact) => subject === named[0];
  // What is first of all about it, then what only names it.
  const ordered = [...fitting.filter(isFirstOfAll), ...fitting.filter((fact) => !isFirstOfAll(fact))];
  const [first] = ordered;
  if (first === undefined) return undefined;
  const issues = [...Map.groupBy(ordered, ({ issue }) => issue)];
  const names = named.map(({ name }) => name).join(' and ');
  const count = issues.length === 1 ? 'one issue' : `${issues.length} issues`;
  const more = issues.length > SHOWN ? `; of these ${SHOWN}` : '';
  return {
    answered: true,
    verdict: undefined,
    lead: `${names} ${named.length > 1 ? 'are' : 'is'} in ${count}${more}:`,
    notes: [],
    list: {
      title: '',
      items: issues.slice(0, SHOWN).map(([issue, facts]) => {
        const headings = new Set(facts.map(({ article }) => article.heading || issue.title));
        return `${issue.id}, ${formatDay(issue.date.day)}: ${[...headings].join('; ')}`;
      }),
    },
    citations: [{ ...cite(first, true), quote: '' }],
    suggestions: [],
    followUp: makeFollowUp(understanding, first),
  };
}

/** One fact of each article that has facts on all of some names, where it can on the first as its subject; the newest issue first. */
function findTogether(named: readonly Named[], { index: { facts, byName } }: Snapshot): IndexedFact[] {
  const [own = [], ...others] = named.map(({ id }) =>
    (byName.get(id) ?? []).map((place) => facts[place] as IndexedFact),
  );
  const articles = others.map((list) => new Set(list.map(({ headingList }) => headingList)));
  const found = new Map<number, IndexedFact>();
  for (const fact of own) {
    const known = found.get(fact.headingList);
    if (known === undefined || (known.subject !== named[0] && fact.subject === named[0]))
      found.set(fact.headingList, fact);
  }
  const together = [...found.values()].filter(({ headingList }) => articles.every((one) => one.has(headingList)));
  return [...Map.groupBy(together, ({ issue }) => issue).values()].reverse().flat();
}

// Those that have most of the words which the question has besides; all of them where none has any.
function fitWords(facts: readonly IndexedFact[], besides: string, snapshot: Snapshot): readonly IndexedFact[] {
  if (besides === '') return facts;
  const articles = new Set(facts.map(({ article }) => article));
  const [best, ...others] = searchArticles(snapshot, besides, MOST).filter(({ article }) => articles.has(article));
  if (best === undefined) return facts;
  const fit = new Set([best, ...others.filter(({ score }) => score * 2 > best.score)].map(({ article }) => article));
  return facts.filter(({ article }) => fit.has(article));
}

const MOST = 500;
