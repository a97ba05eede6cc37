import type { ChannelCheck, ChannelPost, ChannelSender, LookBack } from '#announcing/channel-sender.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';

/** What the platform does with the next posts: one entry each; none left means that all goes well. */
export type Mishap =
  | 'none'
  | 'busy'
  | 'gone'
  | 'refuses'
  /** It takes the post, and the answer is lost. */
  | 'answer-lost'
  /** Neither the post nor an answer arrives. */
  | 'request-lost'
  /** It takes the post, and what comes after that fails. */
  | 'unfinished'
  /** The post goes through when the test says so. */
  | { readonly until: Promise<void> };

/** A platform in memory, as small as it can be, for what is not about any real one. */
export function openTinyChannels(platform = 'slack') {
  const arrived: { channelId: string; postId: string; text: string; roleToPing: string | undefined }[] = [];
  const corrected: { messageId: string; text: string }[] = [];
  const mishaps: Mishap[] = [];
  const state = {
    arrived,
    corrected,
    mishaps,
    sends: 0,
    check: { canPost: true, workspaceId: 'T1' } as ChannelCheck,
    lookBack: undefined as LookBack | undefined,
    repeatableForMs: 0,
  };
  const arrive = ({ channelId, id, response, roleToPing, sentAs }: ChannelPost) => {
    if (sentAs !== undefined) return sentAs;
    arrived.push({ channelId, postId: id, text: replyToText(response.reply, 10_000), roleToPing });
    return `message ${arrived.length}`;
  };
  const sender: ChannelSender = {
    platform,
    maxConcurrent: 4,
    isPacedAsOne: false,
    checkChannel: async () => state.check,
    async correct({ sentAs = '', response }) {
      const mishap = mishaps.shift();
      if (mishap === 'busy') throw new DeliveryError('try-later', 'Too busy.');
      if (mishap === 'gone') throw new DeliveryError('destination-gone', 'The message is gone.');
      if (mishap === 'refuses') throw new DeliveryError('rejected', 'The token is wrong.');
      corrected.push({ messageId: sentAs, text: replyToText(response.reply, 10_000) });
    },
    openDirect: async (userId) => `direct ${userId}`,
    async send(post) {
      state.sends++;
      const mishap = mishaps.shift();
      if (mishap === 'busy') throw new DeliveryError('try-later', 'Too busy.', { retryAfterMs: 2_000 });
      if (mishap === 'gone') throw new DeliveryError('destination-gone', 'The bot may not post there: invite it.');
      if (mishap === 'refuses') throw new DeliveryError('rejected', 'The token is wrong.');
      if (mishap === 'unfinished') {
        throw new DeliveryError('try-later', 'It stands, but is not published.', { sentAs: arrive(post) });
      }
      if (mishap === 'answer-lost') arrive(post);
      if (mishap === 'answer-lost' || mishap === 'request-lost') {
        throw new DeliveryError('try-later', 'The connection broke off.', { mayHaveArrived: true });
      }
      if (typeof mishap === 'object') await mishap.until;
      // What real platforms do for a nonce that they still know.
      const known = state.repeatableForMs > 0 && arrived.findIndex(({ postId }) => postId === post.id) + 1;
      return known ? `message ${known}` : arrive(post);
    },
    async findSent({ id }) {
      if (state.lookBack !== undefined) return state.lookBack;
      const place = arrived.findIndex(({ postId }) => postId === id);
      return place < 0 ? { kind: 'absent' } : { kind: 'found', messageId: `message ${place + 1}` };
    },
    repeatableForMs: async () => state.repeatableForMs,
  };
  return Object.assign(state, { sender });
}
