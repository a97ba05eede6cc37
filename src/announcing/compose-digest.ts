import type { ClaimStatus } from '#claims/claim.ts';
import { cutLabel } from '#conversation/fit-text.ts';
import type { Block, Reply } from '#conversation/reply.ts';
import { formatDay } from '#newsletter/format-day.ts';
import type { Issue } from '#newsletter/issue.ts';
import { type Headline, listHeadlines } from '#newsletter/list-headlines.ts';
import { isAboutOpenProblems } from '#newsletter/open-problems.ts';
import { judgeArticle } from './judge-article.ts';

// Together they keep a digest far below what the strictest platform takes in one message, whatever stands in the issue.
const maxHeadlines = 12;
const maxProblems = 5;
const maxEarlier = 5;
const maxLine = 140;

const signs = {
  works: '✅ ',
  'does-not': '❌ ',
  partly: '🟡 ',
  planned: '📅 ',
  'in-progress': '🚧 ',
} satisfies Record<ClaimStatus, string>;

/** What is posted about an issue: what it is about, what is still open, where to read it; earlier ones as a line each. */
export function composeDigest(issue: Issue, earlier: readonly Issue[]): Reply {
  const { news, problems } = readDigestLines(issue);
  const restated = issue.isRestated ? ' Restated in our own words.' : '';
  return {
    blocks: [
      { kind: 'lead', text: cutLabel(issue.title, maxLine), verdict: undefined },
      { kind: 'text', text: `Issue ${issue.id}, ${formatDay(issue.date.day)}.${restated}` },
      ...listSome('In this issue', news, maxHeadlines),
      ...listSome('Known problems, still open', problems, maxProblems),
      ...(issue.link === undefined
        ? []
        : [{ kind: 'links' as const, links: [{ url: issue.link, words: 'Read the whole issue' }] }]),
      ...listSome('Earlier, not posted here yet', earlier.map(describeEarlier), maxEarlier),
    ],
    audience: 'anyone',
  };
}

const linesOfIssues = new WeakMap<Issue, { readonly news: readonly string[]; readonly problems: readonly string[] }>();

/** The same for every channel, so it is read once. */
function readDigestLines(issue: Issue) {
  const known = linesOfIssues.get(issue);
  if (known !== undefined) return known;
  const headlines = listHeadlines(issue);
  const isProblem = ({ section, text }: Headline) => isAboutOpenProblems(section) || isAboutOpenProblems(text);
  const lines = {
    news: headlines.filter((headline) => !isProblem(headline)).map(describeHeadline),
    problems: headlines.filter(isProblem).map(({ text }) => cutLabel(text, maxLine)),
  };
  linesOfIssues.set(issue, lines);
  return lines;
}

function describeHeadline({ text, article }: Headline): string {
  // A line of an article without headings is one of many there; what the whole article says is not said of it.
  const status = article.heading === '' ? undefined : judgeArticle(article);
  return `${status === undefined ? '' : signs[status]}${cutLabel(text, maxLine)}`;
}

function describeEarlier({ id, title, date }: Issue): string {
  return `${cutLabel(title, maxLine)} (${id}, ${formatDay(date.day)})`;
}

function listSome(title: string, lines: readonly string[], most: number): Block[] {
  if (lines.length === 0) return [];
  // "and 1 more" would take the line of what it stands for.
  const shown = lines.length === most + 1 ? lines.length : most;
  const left = lines.length - shown;
  return [{ kind: 'list', title, items: [...lines.slice(0, shown), ...(left > 0 ? [`and ${left} more`] : [])] }];
}
