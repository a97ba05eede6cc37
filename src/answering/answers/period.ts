import type { Answer } from '#answering/wording/answer.ts';
import { nameSource } from '#answering/wording/cite.ts';
import { listHeadlines } from '#newsletter/articles/list-headlines.ts';
import { formatDay, formatMonth, monthNames } from '#newsletter/days/format-day.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { Snapshot } from '#search/snapshot.ts';

const months = monthNames.map((name) => name.toLowerCase());
const WORDS = String.raw`(?:(?:hey|hi|so|ok|and|please|the)[,\s]+)*`;
const NEWS = `(?:what(?:'s|’s|s| is| has| was)?|any|anything|show me|give me|list|summari[sz]e|tell me)`;
const LATEST = new RegExp(
  String.raw`^\W*${WORDS}(?:what(?: did|'d|’d) i miss|what(?:'s|’s|s| is| are)? (?:new|the (?:latest )?news|hot|happening)(?: (?:this week|lately|now|today|in the archive|on arm|(?:in|with) (?:the )?(?:latest|newest|last|current|most recent) (?:issue|newsletter|edition)))?|any(?:thing)? (?:news|new)(?: this week| lately| today)?|(?:the )?(?:latest )?news|${NEWS} (?:hap+en+(?:e?d|s|ing)?|changed|is new|new|news|came out)(?: in arm)? (?:this week|last week|lately|recently|today)|${NEWS}? ?(?:was |is |stands |were )?(?:in|about|of|inside)? ?(?:the )?(?:latest|newest|last|current|most recent|(?:this|last) week(?:'s|’s)?) (?:issue|newsletter|edition|news)(?: (?:about|contain|say))?)\W*$`,
  'i',
);
const PERIOD = new RegExp(
  String.raw`^\W*${WORDS}(?:${NEWS} (?:(?:hap+en+(?:e?d|s|ing)?|was new|is new|new|changed|news|was published|was in the news|came out|issues?|the issues|all issues)\b(?: (?:on|with|in|for) (?:the )?(?:arm|archive|newsletter|world))?|was there|were there) ?|(?:all )?(?:the )?(?:news|headlines|issues|newsletters) )?(?:in|of|from|for|during|about)? ?(?:(?<last>last|this) (?<unit>month|year)|(?:(?<month>${months.join('|')})(?:,? (?:of )?)?)?(?<year>20\d\d)?)\W*$`,
  'i',
);
const OF_ISSUE =
  /^\W*(?:what(?:'s|’s|s| is| was| were)?|show(?: me)?|list|contents? of|summary of)\s.*?\b(?:in|of|was|issue|week)?\s*(?:the\s+)?(?:issue\s+)?(?:of\s+)?(?:(20\d\d)[\s-]*w(?:eek\s*)?(\d{1,2})|w(?:eek )?(\d{1,2})(?:,? (?:(?:of|in) )?(20\d\d))?)\W*$/i;
// "what was in issue 41?", "what did issue 60 say?": a number is a week.
const OF_NUMBER =
  /^\W*(?:(?:what(?:'s|’s|s| is| was| were| did| does)?|show(?: me)?|open|list|contents? of|summary of)\s+(?:in\s+|of\s+)?)?(?:the\s+)?issue\s+(?:number\s+|no\.?\s*|#)?(\d{1,3})(?:\s+(?:about|say|says|contain|have))?\W*$/i;
const PREVIOUS =
  /^\W*(?:(?:what(?:'s|’s|s| is| was| were)?|show(?: me)?|open|and)\s+(?:in\s+|about\s+)?)?the\s+(?:previous|second[\s-](?:latest|newest|last)|last but one)\s+(?:issue|newsletter|edition)(?:\s+about)?\W*$|\bthe\s+(?:issue|newsletter|edition) before (?:the )?(?:last|latest|newest|that)(?: one)?\W*$/i;
const FIRST_OR_LAST =
  /^\W*(?:what(?:'s|’s|s| is| was| were)?\s+|show(?: me)?\s+|open\s+)?(?:in\s+|about\s+)?the\s+(?:very\s+)?(?<end>first|oldest|earliest|last|latest|final)\s+(?:issue|newsletter|edition)(?:\s+(?:of|in|from)(?:\s+(?<month>\p{L}+))?(?:\s+(?<year>20\d\d))?)?(?:\s+about)?\W*$/iu;
const MAX_ISSUES = 12;
const HEADLINES = 3;

/** Answers what is new, what an issue is about, what happened in a month or a year. Undefined for any other question. */
export function answerPeriod(question: string, { issues }: Snapshot): Answer | undefined {
  const newest = issues.findLast(({ articles }) => articles.length > 0);
  if (newest === undefined) return undefined;
  if (LATEST.test(question)) {
    const answer = tellIssue(newest);
    return /\bweek\b/i.test(question) ? { ...answer, notes: [countedFrom(newest)] } : answer;
  }
  const edge = FIRST_OR_LAST.exec(question)?.groups;
  if (edge !== undefined) {
    const prefix = (edge.month ?? edge.year) ? periodPrefix(edge, newest, issues) : '';
    const of = issues.filter(
      ({ date, articles }) => prefix !== undefined && date.day.startsWith(prefix) && articles.length > 0,
    );
    const one = /^(?:last|latest|final)$/i.test(edge.end ?? '') ? of.at(-1) : of[0];
    return one && tellIssue(one);
  }
  const [, yearA, weekA, weekB, yearB] = OF_ISSUE.exec(question) ?? [];
  const week = weekA ?? weekB;
  if (week !== undefined) {
    const one = issues.findLast(
      (issue) => issue.week === Number(week) && (yearA ?? yearB ?? String(issue.year)) === String(issue.year),
    );
    if (one) return tellIssue(one);
  }
  const [, number] = OF_NUMBER.exec(question) ?? [];
  if (number !== undefined) {
    const one = issues.findLast((issue) => issue.week === Number(number) && issue.articles.length > 0);
    return one === undefined ? tellNone(number, newest) : tellIssue(one);
  }
  if (PREVIOUS.test(question)) {
    const before = issues.findLast((issue) => issue !== newest && issue.articles.length > 0);
    return before && tellIssue(before);
  }
  const groups = PERIOD.exec(question)?.groups;
  if (groups === undefined || (groups.last === undefined && groups.month === undefined && groups.year === undefined))
    return undefined;
  const prefix = periodPrefix(groups, newest, issues);
  const found = prefix === undefined ? [] : issues.filter(({ date }) => date.day.startsWith(prefix)).reverse();
  if (found.length === 0) return groups.year === undefined ? undefined : tellNoneOf(groups.year, issues);
  const answer = tellIssues(found, prefix ?? '');
  return groups.last === undefined ? answer : { ...answer, notes: [countedFrom(newest)] };
}

// Who asks for last month, or last week, today means another one.
const countedFrom = (newest: Issue) => `Counted from the newest issue, ${newest.id} (${formatDay(newest.date.day)}).`;

// Of a year that the archive does not reach.
function tellNoneOf(year: string, issues: readonly Issue[]): Answer | undefined {
  const years = issues.map((issue) => issue.date.day.slice(0, 4));
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined || years.includes(year)) return undefined;
  const lead = `I have no issue of ${year}; the archive is of ${first === last ? first : `${first} to ${last}`}.`;
  return { ...tell(lead, [], [], [`what happened in ${last}?`]), answered: false, list: undefined };
}

// Of an issue by its number: weeks are what tells issues apart here.
function tellNone(number: string, newest: Issue): Answer {
  const lead = `I have no issue of a week ${number}; a number is a week here. The newest issue is ${newest.id}.`;
  return { ...tell(lead, [], [newest], [`issue ${newest.id}`]), answered: false, list: undefined };
}

// "last month" is the one before the newest issue's: the archive's time, not the asker's.
function periodPrefix(
  { last, unit, month, year }: Record<string, string | undefined>,
  newest: Issue,
  issues: readonly Issue[],
): string | undefined {
  const [currentYear = '', currentMonth = ''] = newest.date.day.split('-');
  if (month !== undefined) {
    const number = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
    return issues
      .findLast(({ date }) => date.day.slice(5, 7) === number && (year === undefined || date.day.startsWith(year)))
      ?.date.day.slice(0, 7);
  }
  if (year !== undefined) return year;
  if (unit === 'year') return last === 'this' ? currentYear : String(Number(currentYear) - 1);
  if (last === 'this') return `${currentYear}-${currentMonth}`;
  return issues.findLast(({ date }) => date.day.slice(0, 7) < `${currentYear}-${currentMonth}`)?.date.day.slice(0, 7);
}

/** What an issue is about. */
export function tellIssue(issue: Issue): Answer {
  const headlines = listHeadlines(issue).map(({ text }) => text);
  return tell(`${issue.title} (${issue.id}, ${formatDay(issue.date.day)}) is about:`, headlines, [issue], []);
}

function tellIssues(found: readonly Issue[], prefix: string): Answer {
  const [year = '', month] = prefix.split('-');
  const name = month === undefined ? year : formatMonth(prefix);
  const lines = found.slice(0, MAX_ISSUES).map((issue) => {
    const headlines = listHeadlines(issue).map(({ text }) => text);
    const more = headlines.length > HEADLINES ? ', …' : '';
    return `${issue.id}: ${headlines.slice(0, HEADLINES).join('; ')}${more}`;
  });
  const rest = found.length - lines.length;
  const lead = `${name}: ${found.length} ${found.length === 1 ? 'issue' : 'issues'}${rest > 0 ? `, the newest ${lines.length}:` : ':'}`;
  return tell(lead, lines, found, [`issue ${found[0]?.id}`, ...(rest > 0 ? [`issue ${year}`] : [])]);
}

function tell(
  lead: string,
  items: readonly string[],
  issues: readonly Issue[],
  suggestions: readonly string[],
): Answer {
  return {
    answered: true,
    verdict: undefined,
    lead,
    notes: [],
    list: { title: '', items },
    citations: issues.slice(0, 1).map((issue) => ({
      source: nameSource(issue, ''),
      quote: '',
      isInLead: true,
      isRestated: issue.isRestated,
      links: [],
    })),
    suggestions,
    followUp: undefined,
  };
}
