import type { Composed, Lane } from '#announcing/delivering/lane.ts';
import { composeNotice } from './compose-notice.ts';
import type { ClaimedNotice, NoticeBoard } from './notice.ts';
import type { PlanNews } from './plan-news.ts';
import type { WatchRegistry } from './watch-registry.ts';

/** What the lane works with. */
export interface NoticeLaneParts {
  readonly notices: NoticeBoard;
  readonly watches: Pick<WatchRegistry, 'markUnreachable'>;
  readonly plan: PlanNews;
  readonly now: () => number;
}

/** After so long a message tells no news any more. */
const NEWS_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** News, on their way to those who watch: persons by direct message, channels in the channel. */
export function createNoticeLane({ notices, watches, plan, now }: NoticeLaneParts): Lane<ClaimedNotice> {
  return {
    queue: notices,
    plan,
    async compose(notice, sender): Promise<Composed> {
      const { id, watcher, issueId, content, messageId } = notice;
      if (now() - notice.plannedMs > NEWS_FOR_MS) return { reason: 'It could not be sent for a week.' };
      const { kind, recipientId, workspaceId } = watcher;
      const channelId = kind === 'channel' ? recipientId : await sender.openDirect(recipientId, workspaceId);
      const response = composeNotice(issueId, content);
      const title = `News on ${content.topics[0] ?? 'what you watch'}`;
      return { post: { id, channelId, workspaceId, roleToPing: undefined, response, title, sentAs: messageId } };
    },
    async giveUp(notice, reason) {
      await notices.skip(notice, reason);
    },
    closeDestination: ({ watcher }, reason) => watches.markUnreachable(watcher, reason, now()),
    describe: ({ platform, issueId, watcher: { kind, recipientId } }) =>
      kind === 'channel' ? { platform, issueId, channelId: recipientId } : { platform, issueId, to: 'a person' },
    words: {
      sent: 'News is told.',
      closed: 'Somebody who watches cannot be reached; they are told in their next answer.',
    },
  };
}
