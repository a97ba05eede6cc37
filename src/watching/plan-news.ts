import { isPublished } from '#announcing/planning/plan-due.ts';
import { findLocalDay } from '#announcing/schedule/local-day.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { buildEndContent, buildNoticeContent } from './compose-notice.ts';
import { type MatchedWatch, matchWatches } from './match-watches.ts';
import type { NewNotice, NoticeBoard, NoticeContent } from './notice.ts';
import { findNews, readStatements, type Statement } from './read-statements.ts';
import { NEWS_DAYS, nameWatcher, type Watch } from './watch.ts';
import type { WatchRegistry } from './watch-registry.ts';

/** What looking for news works with. */
export interface NewsParts {
  readonly watches: Pick<WatchRegistry, 'listAll' | 'listOverdue'>;
  readonly notices: Pick<NoticeBoard, 'hasBegun' | 'begin' | 'listKnown' | 'tell'>;
  readonly getSnapshot: () => Snapshot;
  /** Whose calendar says whether an issue's day has come. */
  readonly timeZone: string;
  readonly log: Log;
  readonly now: () => number;
  /** An issue is not read while it may still be written: only when nothing has changed for so long. */
  readonly quietMs: number;
}

const PAGE = 5_000;
const MAX_OVERDUE = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Looks, whenever it is called, what is new and whom to tell; resolves to the number of messages that wait because of it. */
export type PlanNews = () => Promise<number>;

/** Makes it. It remembers which archive it has looked through, so that a look at the same costs nothing. */
export function createNewsPlanner(parts: NewsParts): PlanNews {
  const { watches, notices, getSnapshot, timeZone, log, now, quietMs } = parts;
  let seen: { readonly snapshot: Snapshot; readonly sinceMs: number } | undefined;
  let done: { readonly snapshot: Snapshot; readonly today: string } | undefined;

  async function planIssue(issue: Issue, snapshot: Snapshot, isNews: boolean): Promise<number | undefined> {
    const known = await notices.listKnown(issue.id);
    const statements = readStatements(issue, snapshot);
    const keys = new Set(known.map(({ key }) => key));
    const fresh = statements.filter(({ key }) => !keys.has(key));
    if (fresh.length === 0) return 0;
    const news = isNews ? findNews(statements, known) : [];
    const matched = news.length === 0 ? [] : matchWatches(await listAll(watches), news, snapshot);
    const messages = composeMessages(issue, matched);
    const isKept = await notices.tell(
      {
        issueId: issue.id,
        statements: fresh.map(({ key, likeness }) => ({ key, likeness })),
        notices: messages,
        endedWatchIds: matched.flatMap(({ watch }) => (watch.onceUntilMs === undefined ? [] : [watch.id])),
      },
      now(),
    );
    if (!isKept) return undefined;
    log.info('An issue is looked through for who watches.', {
      issueId: issue.id,
      statements: fresh.length,
      news: news.length,
      messages: messages.length,
    });
    return messages.length;
  }

  async function endOverdue(): Promise<number> {
    const overdue = await watches.listOverdue(now(), MAX_OVERDUE);
    if (overdue.length === 0) return 0;
    const messages = [...Map.groupBy(overdue, ({ watcher }) => nameWatcher(watcher)).values()].flatMap(
      ([first, ...others]): NewNotice[] =>
        first === undefined
          ? []
          : [
              {
                watcher: first.watcher,
                keys: [first, ...others].map(({ id, createdMs }) => `${id} ${createdMs}`),
                content: buildEndContent([first, ...others]),
              },
            ],
    );
    const endedWatchIds = overdue.map(({ id }) => id);
    await notices.tell({ issueId: '', statements: [], notices: messages, endedWatchIds }, now());
    return messages.length;
  }

  return async () => {
    const snapshot = getSnapshot();
    if (seen?.snapshot !== snapshot) seen = { snapshot, sinceMs: now() };
    let planned = await endOverdue();
    // A clock that was set back waits anew, and not until it has come to where it was.
    if (Math.abs(now() - seen.sinceMs) < quietMs) return planned;
    const today = findLocalDay(now(), timeZone);
    const isFinal = !snapshot.issues.some(({ notBefore, notAfter }) => isMoment(notBefore) || isMoment(notAfter));
    if (isFinal && done?.snapshot === snapshot && done.today === today) return planned;
    const hasBegun = await notices.hasBegun();
    let isWhole = true;
    for (const issue of snapshot.issues) {
      if (!isPublished(issue, now(), timeZone) || !isRecent(issue, today)) continue;
      const told = await planIssue(issue, snapshot, hasBegun);
      isWhole &&= told !== undefined;
      planned += told ?? 0;
    }
    if (isWhole && !hasBegun) await notices.begin(now());
    if (isWhole) done = { snapshot, today };
    return planned;
  };
}

/** One message for each watcher; the same words, made once, for all who watch the same. */
export function composeMessages(issue: Issue, matched: readonly MatchedWatch[]): readonly NewNotice[] {
  const made = new Map<string, { readonly keys: readonly string[]; readonly content: NoticeContent }>();
  return [...Map.groupBy(matched, ({ watch }) => nameWatcher(watch.watcher)).values()].flatMap((matches) => {
    const [first] = matches;
    if (first === undefined) return [];
    const name = JSON.stringify(
      matches.map(({ watch }) => [watch.subject, watch.targetId, watch.onceUntilMs === undefined]),
    );
    let words = made.get(name);
    if (words === undefined) {
      words = { keys: keysOf(matches), content: buildNoticeContent(issue, matches) };
      made.set(name, words);
    }
    return [{ watcher: first.watch.watcher, ...words }];
  });
}

function keysOf(matches: readonly MatchedWatch[]): readonly string[] {
  return [...new Set(matches.flatMap(({ statements }) => statements).map(({ key }: Statement) => key))].sort();
}

async function listAll({ listAll: listPage }: NewsParts['watches']): Promise<readonly Watch[]> {
  const all: Watch[] = [];
  for (;;) {
    const page = await listPage(all.at(-1)?.id, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** Whether an issue is still news, by its day or that on which it was let out. */
function isRecent({ date, notBefore = '' }: Issue, today: string): boolean {
  const day = notBefore > date.day ? notBefore.slice(0, 10) : date.day;
  return Date.parse(today) - Date.parse(day) <= NEWS_DAYS * DAY_MS;
}

const isMoment = (moment = '') => moment.includes('T');
