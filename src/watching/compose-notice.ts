import { statusSigns } from '#announcing/digest/compose-digest.ts';
import { cite } from '#answering/wording/cite.ts';
import type { Block } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import { cutLabel } from '#conversation/wording/fit-text.ts';
import type { FactStatus } from '#facts/fact.ts';
import { formatDay } from '#newsletter/days/format-day.ts';
import type { Issue } from '#newsletter/issue.ts';
import { getTarget, vocabulary } from '#targets/vocabulary.ts';
import type { MatchedWatch } from './match-watches.ts';
import type { NoticeContent, NoticeItem } from './notice.ts';
import type { Statement } from './read-statements.ts';
import type { WatchedTopic } from './watch.ts';

/** Together with the words around them this fits one page of every platform, as a digest does. */
const MAX_ITEMS = 6;
const MAX_ITEM = 170;
const MAX_LINKS = 3;
const MAX_TOPICS = 6;
const MAX_TITLE = 100;

const statusWords = {
  yes: 'yes',
  partly: 'partly',
  'in-progress': 'in progress',
  planned: 'planned',
  no: 'no',
} satisfies Record<FactStatus, string>;

const targetIds = new Set(vocabulary.map(({ id }) => id));

/** A topic as people write it: "Samba on riscv64". */
export function describeTopic({ subject, targetId }: WatchedTopic): string {
  if (targetId === undefined) return subject;
  return `${subject} on ${targetIds.has(targetId) ? getTarget(targetId).label : targetId}`;
}

/** What one watcher is told of an issue: all that is new on what they watch, in the issue's order, each thing once. */
export function buildNoticeContent(issue: Issue, matches: readonly MatchedWatch[]): NoticeContent {
  const statements = [...new Set(matches.flatMap((match) => match.statements))];
  const items = statements.slice(0, MAX_ITEMS).map(toItem);
  return {
    issueTitle: issue.title,
    day: issue.date.day,
    ...(issue.link === undefined ? {} : { issueLink: issue.link }),
    topics: matches.map(({ watch }) => describeTopic(watch)),
    items,
    more: statements.length - items.length,
    ended: matches.flatMap(({ watch }) => (watch.onceUntilMs === undefined ? [] : [describeTopic(watch)])),
  };
}

const itemsOf = new WeakMap<Statement, NoticeItem>();

/** The same for everybody who is told of it, so it is made once. */
function toItem(statement: Statement): NoticeItem {
  const known = itemsOf.get(statement);
  if (known !== undefined) return known;
  const { says, status, before, facts } = statement;
  const [fact] = facts;
  const item = {
    says: cutLabel(says, MAX_ITEM),
    ...(status === undefined ? {} : { status }),
    ...(before === undefined ? {} : { before }),
    links: fact === undefined ? [] : cite(fact, true).links.slice(0, 1),
  };
  itemsOf.set(statement, item);
  return item;
}

/** What is told to somebody whose watches ended without any news. */
export function buildEndContent(topics: readonly WatchedTopic[]): NoticeContent {
  return { issueTitle: '', day: '', topics: [], items: [], more: 0, ended: topics.map(describeTopic) };
}

/** A message to a watcher in words. */
export function composeNotice(issueId: string, content: NoticeContent): Response {
  const isNews = content.items.length > 0;
  return {
    reply: { blocks: isNews ? composeNews(issueId, content) : composeEnd(content), audience: 'anyone' },
    outcome: { kind: 'command', command: isNews ? 'issue' : 'ask' },
    line: isNews ? `issue ${issueId}` : 'watching',
    moreLine: undefined,
    relatedLine: undefined,
    issueId: isNews ? issueId : undefined,
  };
}

function composeNews(issueId: string, content: NoticeContent): Block[] {
  const { issueTitle, day, issueLink, items, more, ended } = content;
  const links = [
    ...new Map(items.flatMap((item) => item.links.map((link) => [link.url, link] as const))).values(),
  ].slice(0, MAX_LINKS);
  if (issueLink !== undefined) links.push({ url: issueLink, words: 'Read the whole issue' });
  const lines = items.map(describeItem);
  return [
    { kind: 'lead', text: `News on what you watch: ${joinTopics(content.topics)}.`, verdict: undefined },
    { kind: 'text', text: `${cutLabel(issueTitle, MAX_TITLE)}, ${formatDay(day)}.` },
    { kind: 'list', title: '', items: more > 0 ? [...lines, `and ${more} more`] : lines },
    ...(links.length === 0 ? [] : [{ kind: 'links' as const, links }]),
    ...(ended.length === 0
      ? []
      : [{ kind: 'text' as const, text: `You asked for the first news: I no longer watch ${joinTopics(ended)}.` }]),
    {
      kind: 'suggestions',
      title: 'Next',
      questions: [`issue ${issueId}`, ended.length > 0 ? `watch ${ended[0]}` : 'watching'],
    },
  ];
}

function composeEnd({ ended }: NoticeContent): Block[] {
  return [
    {
      kind: 'lead',
      text: `For a year no issue has said anything about ${joinTopics(ended)}: I no longer watch it for you.`,
      verdict: undefined,
    },
    { kind: 'suggestions', title: 'To go on', questions: ended.slice(0, MAX_TOPICS).map((topic) => `watch ${topic}`) },
  ];
}

function describeItem({ says, status, before }: NoticeItem): string {
  const sign = status === undefined ? '' : statusSigns[status];
  return `${sign}${says}${before === undefined ? '' : ` (before: ${statusWords[before.status]}, ${before.issueId})`}`;
}

/** "A, B and C". */
function joinTopics(topics: readonly string[]): string {
  const shown = topics.slice(0, MAX_TOPICS).map((topic) => cutLabel(topic, MAX_TITLE));
  const left = topics.length - shown.length;
  const all = left > 0 ? [...shown, `${left} more`] : shown;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
