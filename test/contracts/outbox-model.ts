import type { ClaimedPost } from '#announcing/outbox.ts';

interface ModelPost {
  readonly channelId: string;
  state: string;
  owner: string | undefined;
  attempts: number;
  claimedMs: number;
  nextTryMs: number;
  unsureSinceMs: number | undefined;
}

/** An outbox so plain that it is obviously right, to compare the real ones with. One program, no crash, no disk. */
export class OutboxModel {
  readonly posts: ModelPost[];

  constructor(channelIds: readonly string[], plannedMs: number) {
    this.posts = channelIds.map((channelId) => ({
      channelId,
      state: 'waiting',
      owner: undefined,
      attempts: 0,
      claimedMs: 0,
      nextTryMs: plannedMs,
      unsureSinceMs: undefined,
    }));
  }

  /** How many a claim must return, and which ones it may. */
  findReady(nowMs: number): ModelPost[] {
    const isOpen = (post: ModelPost) => post.state === 'waiting' || post.state === 'claimed';
    return this.posts.filter((post) => isOpen(post) && post.nextTryMs <= nowMs);
  }

  claim({ channelId }: ClaimedPost, owner: string, nowMs: number, leaseMs: number): ModelPost | undefined {
    const post = this.posts.find((candidate) => candidate.channelId === channelId);
    if (!post) return undefined;
    if (post.state === 'claimed') post.unsureSinceMs ??= post.claimedMs;
    Object.assign(post, { state: 'claimed', owner, claimedMs: nowMs, nextTryMs: nowMs + leaseMs });
    post.attempts++;
    return post;
  }

  /** The post, if the claim is still good. */
  find({ channelId, owner, attempts }: ClaimedPost): ModelPost | undefined {
    return this.posts.find(
      (post) =>
        post.channelId === channelId && post.state === 'claimed' && post.owner === owner && post.attempts === attempts,
    );
  }
}
