import type { WebClient } from '@slack/web-api';
import type { ChannelPost, LookBack } from '#announcing/channel-sender.ts';

/** Names our posts in the metadata of a message. */
const eventType = 'works_on_arm_issue';
/** Slack gives at most so many messages a call; to some apps fewer. */
const HISTORY_PAGE = 100;
const MAX_HISTORY_PAGES = 20;
const readScope = 'metadata.message:read';

/** What a message carries so that it is found again: no reader sees it. */
export function postMetadata(postId: string) {
  return { event_type: eventType, event_payload: { post: postId } };
}

/** Looks through what was written in a channel since then, the newest first, for the message of this very post. */
export async function findSlackPost(client: WebClient, post: ChannelPost, sinceMs: number): Promise<LookBack> {
  let cursor: string | undefined;
  for (let page = 0; page < MAX_HISTORY_PAGES; page++) {
    const answer = await client.conversations.history({
      channel: post.channelId,
      oldest: (sinceMs / 1000).toFixed(6),
      include_all_metadata: true,
      limit: HISTORY_PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    // Without that scope the history comes without metadata, and a post would look as if it were not there.
    if (!answer.response_metadata?.scopes?.includes(readScope)) {
      return {
        kind: 'unknown',
        reason: `It may have been sent, and the app lacks the scope ${readScope} to find out.`,
      };
    }
    for (const { metadata, ts } of answer.messages ?? []) {
      const { post: id } = (metadata?.event_payload ?? {}) as { post?: unknown };
      if (metadata?.event_type === eventType && id === post.id && ts !== undefined) {
        return { kind: 'found', messageId: ts };
      }
    }
    cursor = answer.response_metadata.next_cursor || undefined;
    if (cursor === undefined) return { kind: 'absent' };
  }
  return { kind: 'unknown', reason: 'It may have been sent, and so much was written since that it was not found.' };
}
