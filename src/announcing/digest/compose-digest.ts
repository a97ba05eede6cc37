import type { Block, Reply } from '#conversation/reply.ts';
import { cutLabel } from '#conversation/wording/fit-text.ts';
import type { Fact, FactStatus } from '#facts/fact.ts';
import { type Headline, listHeadlines } from '#newsletter/articles/list-headlines.ts';
import { isAboutOpenProblems } from '#newsletter/articles/open-problems.ts';
import { formatDay } from '#newsletter/days/format-day.ts';
import type { Issue } from '#newsletter/issue.ts';
import { judgeArticle } from './judge-article.ts';

/**
 * With the title and the words around them they fill one page of Discord's, the smallest that a digest has to fit on,
 * whatever stands in the issue: `cost` counts twice what a platform may have to escape.
 */
const room = { headlines: 620, problems: 180, earlier: 330, link: 160 };
const MAX_LINE = 100;
/** A long list of short lines is no digest either. */
const MAX_LINES = 12;
const LINE_MARK = '• \n'.length;

/** Before a line, how what it is about stands. */
export const statusSigns = {
  yes: '✅ ',
  no: '❌ ',
  partly: '🟡 ',
  planned: '📅 ',
  'in-progress': '🚧 ',
} satisfies Record<FactStatus, string>;

/** What is posted about an issue: what it is about, what is still open, where to read it; earlier ones as a line each. */
export function composeDigest(issue: Issue, earlier: readonly Issue[], facts: readonly Fact[] = []): Reply {
  const { news, problems } = readDigestLines(issue, facts);
  const restated = issue.isRestated ? ' Restated in our own words.' : '';
  return {
    blocks: [
      { kind: 'lead', text: cutLabel(issue.title, MAX_LINE), verdict: undefined },
      { kind: 'text', text: `Issue ${issue.id}, ${formatDay(issue.date.day)}.${restated}` },
      ...listSome('In this issue', news, room.headlines),
      ...listSome('Known problems, still open', problems, room.problems),
      ...(issue.link === undefined || cost(issue.link) > room.link
        ? []
        : [{ kind: 'links' as const, links: [{ url: issue.link, words: 'Read the whole issue' }] }]),
      ...listSome('Earlier, not posted here yet', earlier.map(describeEarlier), room.earlier),
    ],
    audience: 'anyone',
  };
}

const linesOfIssues = new WeakMap<
  Issue,
  { readonly facts: readonly Fact[]; readonly news: readonly string[]; readonly problems: readonly string[] }
>();

/** The same for every channel, so it is read once. */
function readDigestLines(issue: Issue, facts: readonly Fact[]) {
  const known = linesOfIssues.get(issue);
  if (known !== undefined && known.facts === facts) return known;
  const headlines = listHeadlines(issue);
  const isProblem = ({ section, text }: Headline) => isAboutOpenProblems(section) || isAboutOpenProblems(text);
  const lines = {
    facts,
    news: headlines.filter((headline) => !isProblem(headline)).map((headline) => describeHeadline(headline, facts)),
    problems: headlines.filter(isProblem).map(({ text }) => cutLabel(text, MAX_LINE)),
  };
  linesOfIssues.set(issue, lines);
  return lines;
}

function describeHeadline({ text, article }: Headline, facts: readonly Fact[]): string {
  // A line of an article without headings is one of many there; what the whole article says is not said of it.
  const status = article.heading === '' ? undefined : judgeArticle(article, facts);
  return `${status === undefined ? '' : statusSigns[status]}${cutLabel(text, MAX_LINE)}`;
}

function describeEarlier({ id, title }: Issue): string {
  return `${cutLabel(title, MAX_LINE)} (${id})`;
}

function listSome(title: string, lines: readonly string[], mostRoom: number): Block[] {
  if (lines.length === 0) return [];
  const shown: string[] = [];
  let used = 0;
  for (const line of lines.slice(0, MAX_LINES)) {
    used += cost(line) + LINE_MARK;
    if (used > mostRoom) break;
    shown.push(line);
  }
  const left = lines.length - shown.length;
  return [{ kind: 'list', title, items: left > 0 ? [...shown, `and ${left} more`] : shown }];
}

/** How many characters a text takes at most, once a platform has escaped it. */
function cost(text: string): number {
  return text.length + (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0);
}
