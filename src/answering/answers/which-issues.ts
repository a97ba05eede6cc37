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
const WROTE = `(?:wr[io]te|written|writes|talk(?:s|ed)?|t(?:ell|old)|mention(?:s|ed)?|cover(?:s|ed)?|coverage|report(?:s|ed)?|featur(?:es|ed)|discuss(?:es|ed)?|${PIECES} (?:about|on)|(?:is|are|was|were|been|come|came|appear(?:s|ed)?) (?:it |that |about |on )?(?:in|about|on))`;
const ASKED = `(?:which|what|any|how many) (?:of (?:the|your) )?${ISSUES}`;
const ASKS_ISSUES = new RegExp(
  [
    String.raw`\b${ASKED}\b[^?!]{0,200}\b${WROTE}\b`,
    String.raw`\b${WROTE}\b[^?!]{0,200}\b(?:which|what) ${ISSUES}\b`,
    String.raw`\b(?:which|what) ${ISSUES}\W{0,9}$`,
    String.raw`^\W{0,9}in (?:which|what) ${ISSUES} (?:is|was|are|were|did)\b`,
    String.raw`^\W{0,9}(?:(?:show|list|give me|find)(?: me)? )?(?:all |the )?(?:issues|editions) (?:about|on|with|of|that mention)\b`,
    String.raw`\bhow often (?:is|was|were|are|did|has|have)\b[^?!]{0,200}\b${WROTE}\b`,
  ].join('|'),
  'i',
);
// An issue of a tracker is none of the newsletter's, and one "with" something may be trouble.
const OTHER_ISSUE =
  /\b(?:github|gitlab|tracker|bug|tracks?|tracking|pull request|filed|opened?|any issues? (?:with|on|running))\b/i;
// "when was it first mentioned?", "which issue mentioned it last?"
const FIRST_OR_LAST =
  /\b(?:(?<first>first|earliest)|last|latest|most recently) (?:time )?(?:mention(?:s|ed)?|writ(?:e|es|ten)|wrote|cover(?:s|ed|age)?|appear(?:s|ed|ance)?|reported?|came up|come up)\b|\b(?:mention(?:s|ed)?|writ(?:e|es|ten)|wrote|cover(?:s|ed)?|appear(?:s|ed)?|come up|came up)\b.*?\b(?:for the )?(?:(?<first>first|earliest)|last|most recently)(?: time)?\W*$/i;
const OF_ASKING = new RegExp(`^(?:${ISSUES}|${WROTE}|${PIECES}|often)$`, 'i');
const YEAR = /\b(?:19|20)\d\d\b/g;
const SHOWN = 10;
const TELLING = 0.2;

/** Answers when a subject was first, or last, written of. Undefined for any other question. */
export function answerFirstOrLast(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, unknownNames } = understanding;
  const match = FIRST_OR_LAST.exec(question);
  const named = [...new Set(topics.flatMap((topic) => topic.named ?? []))];
  if (match === null || unknownNames.length > 0 || named.length === 0 || named.length < topics.length) return undefined;
  const isFirst = match.groups?.first !== undefined;
  const found = findTogether(named, snapshot);
  const issue = (isFirst ? found.at(-1) : found[0])?.issue;
  const fact = found.find((one) => one.issue === issue);
  if (fact === undefined || issue === undefined) return undefined;
  const names = named.map(({ name }) => name).join(' and ');
  return {
    answered: true,
    verdict: undefined,
    lead: `${names} ${named.length > 1 ? 'were' : 'was'} ${isFirst ? 'first' : 'last'} written of in ${issue.id}, ${formatDay(issue.date.day)}: ${fact.fact.says}`,
    notes: [],
    list: undefined,
    citations: [cite(fact, true)],
    suggestions: [],
    followUp: makeFollowUp(understanding, fact),
  };
}

/** Answers which issues wrote of a subject, or how many: those with a fact on it, newest first. Undefined for any other question. */
export function answerWhichIssues(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, words, unknownNames } = understanding;
  if (unknownNames.length > 0 || !ASKS_ISSUES.test(question) || OTHER_ISSUE.test(question)) return undefined;
  const named = [...new Set(topics.flatMap((topic) => topic.named ?? []))];
  const years: readonly string[] = question.match(YEAR) ?? [];
  const rest = words.filter(
    ({ raw, isNamed, weight }) => !isNamed && weight > TELLING && !OF_ASKING.test(raw) && !years.includes(raw),
  );
  const places = topics.filter((topic) => topic.named === undefined);
  const besides = [...rest.map(({ raw }) => raw), ...places.map((topic) => topic.words)].join(' ');
  const ofYears = findTogether(named, snapshot).filter(
    ({ issue }) => years.length === 0 || years.includes(issue.date.day.slice(0, 4)),
  );
  const found = fitWords(ofYears, besides, snapshot);
  const [first] = found;
  if (first === undefined) return undefined;
  const issues = [...Map.groupBy(found, ({ issue }) => issue)];
  const names = named.map(({ name }) => name).join(' and ');
  const count = issues.length === 1 ? 'one issue' : `${issues.length} issues`;
  const when = years.length === 0 ? '' : ` of ${years.join(' and ')}`;
  const more = issues.length > SHOWN ? `; the newest ${SHOWN}` : '';
  return {
    answered: true,
    verdict: undefined,
    lead: `${names} ${named.length > 1 ? 'are' : 'is'} in ${count}${when}${more}:`,
    notes: [],
    list: {
      title: '',
      items: issues.slice(0, SHOWN).map(([issue, facts]) => {
        const headings = new Set(facts.map(({ article }) => article.heading || issue.title));
        return `${issue.id}, ${formatDay(issue.date.day)}: ${[...headings].join('; ')}`;
      }),
    },
    citations: [{ ...cite(first, true), quote: '' }],
    suggestions: issues.length > SHOWN && named[0] !== undefined ? [`search ${named[0].name}`] : [],
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
