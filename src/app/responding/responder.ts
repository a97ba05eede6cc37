import type { SubscriptionDesk } from '#announcing/channels/subscription-desk.ts';
import type { FollowUp } from '#answering/question/topic.ts';
import { composeForgotten, type Forgotten } from '#commands/running/forget.ts';
import { answerLine, type LineOutcome, refuse } from '#commands/running/run-command.ts';
import { chatSurface, type Surface } from '#commands/surface.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { ConversationMemory } from '#conversation/ports/conversation-memory.ts';
import type { Log } from '#conversation/ports/log.ts';
import { type Metrics, noMetrics } from '#conversation/ports/metrics.ts';
import type { ReaderNotes } from '#conversation/ports/reader-notes.ts';
import type { Asker, Request } from '#conversation/request.ts';
import type { Rate, Respond } from '#conversation/response.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Overdraft, QuestionBudget } from '#traffic/question-budget.ts';
import type { WatchDesk } from '#watching/watch-desk.ts';
import { answerInChannel } from './answer-in-channel.ts';
import { answerWatching, tellUnreachable } from './answer-watching.ts';
import { linkPage, type PageAddresses } from './link-page.ts';
import { createProcessMemory } from './process-memory.ts';

/** What a responder works with; a terminal needs the first two only. */
export interface ResponderParts {
  readonly getSnapshot: () => Snapshot;
  readonly version: string;
  /** A chat platform when it is left out. */
  readonly surface?: Surface;
  /** By which name requests that come without an asker are counted; `terminal` when it is left out. */
  readonly platform?: string;
  readonly memory?: ConversationMemory<FollowUp>;
  readonly budget?: QuestionBudget;
  readonly notes?: NoteTaking;
  /** Where channels subscribe; without it, the commands for that say where they work. */
  readonly desk?: SubscriptionDesk;
  /** Where replies find their pages; without it, they link to none. */
  readonly pages?: PageAddresses | undefined;
  /** Where people ask to be told of news; without it, nothing offers that. */
  readonly watching?: WatchDesk;
  readonly metrics?: Metrics;
  readonly log?: Log;
}

/** Where readers' notes go, and what stands for a reader in them. */
export interface NoteTaking {
  readonly kept: ReaderNotes;
  /** The key under which notes are written now. */
  readonly readerKeyOf: (asker: Asker) => string;
  /** The keys of before a change of secrets, so that a reader can still be forgotten. */
  readonly earlierKeysOf?: readonly ((asker: Asker) => string)[];
}

/**
 * Makes the one way in: each request is answered from the archive as it is at that moment. A store that fails costs the
 * follow-up or the note, never the answer.
 */
export function createResponder(parts: ResponderParts): { readonly respond: Respond; readonly rate: Rate } {
  const {
    getSnapshot,
    version,
    surface = chatSurface,
    platform: ownPlatform = 'terminal',
    memory = createProcessMemory(),
    budget,
    notes,
    desk,
    pages,
    watching,
    metrics = noMetrics,
    log,
  } = parts;
  const attempt = async <Value>(what: string, work: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await work();
    } catch (error) {
      log?.warn('The store failed; the answer goes on without it.', { what, error });
      return undefined;
    }
  };

  async function answer(request: Request): Promise<LineOutcome> {
    const { text, conversationId, nowMs, previousLine, place, asker } = request;
    const overdraft = asker && budget?.(keysOf(asker), nowMs);
    if (overdraft) return refuse(composeOverdraft(overdraft));
    const inChannel = place && desk && (await answerInChannel(text, place, { desk, log }));
    if (inChannel) return inChannel;
    const onWatching = watching && (await answerWatching(request, { desk: watching, getSnapshot, log }));
    if (onWatching) return onWatching;
    const context = { snapshot: getSnapshot(), version, surface, today: new Date(nowMs).toISOString().slice(0, 10) };
    const known =
      previousLine === undefined
        ? await attempt('recall', () => memory.recall(conversationId, nowMs))
        : answerLine(previousLine, context).followUp;
    const outcome = answerLine(text, { ...context, ...(known === undefined ? {} : { followUp: known }) });
    const { followUp } = outcome;
    // What is kept for later keeps no answer waiting; the store keeps the order.
    if (followUp !== undefined) void attempt('remember', () => memory.remember(conversationId, followUp, nowMs));
    if (asker && notes && outcome.outcome.kind === 'silent') {
      const { platform } = asker;
      const question = { platform, readerKey: notes.readerKeyOf(asker), question: outcome.line, atMs: nowMs };
      void attempt('record an unanswered question', () => notes.kept.recordUnanswered(question));
    }
    if (asker && notes && outcome.outcome.kind === 'command' && outcome.outcome.command === 'forget') {
      return { ...outcome, reply: composeForgotten(await attempt('forget', () => forget(asker, notes, watching))) };
    }
    if (watching === undefined) return { ...outcome, watchLine: undefined };
    return asker === undefined ? outcome : { ...outcome, reply: tellUnreachable(outcome.reply, asker, watching) };
  }

  return {
    async respond(request) {
      const startedMs = performance.now();
      const { followUp: _, ...response } = await answer(request);
      const platform = request.asker?.platform ?? ownPlatform;
      const elapsedMs = performance.now() - startedMs;
      metrics.countQuestion({ platform, outcome: response.outcome, elapsedMs });
      log?.info('A request is answered.', { platform, ...response.outcome, elapsedMs: Math.round(elapsedMs) });
      return pages === undefined ? response : { ...response, reply: linkPage(response, pages) };
    },
    async rate({ asker, line, isHelpful, issueId, nowMs }) {
      if (notes === undefined) return false;
      const { platform } = asker;
      const feedback = { platform, readerKey: notes.readerKeyOf(asker), line, isHelpful, issueId, atMs: nowMs };
      const kept = await attempt('record feedback', async () => {
        await notes.kept.recordFeedback(feedback);
        return true;
      });
      return kept ?? false;
    },
  };
}

async function forget(
  asker: Asker,
  { kept, readerKeyOf, earlierKeysOf = [] }: NoteTaking,
  watching: WatchDesk | undefined,
): Promise<Forgotten> {
  let notes = 0;
  for (const keyOf of [readerKeyOf, ...earlierKeysOf]) notes += await kept.forget(keyOf(asker));
  const watches = (await watching?.forget(asker.platform, asker.userId)) ?? 0;
  return { notes, watches };
}

function keysOf({ platform, userId, channelId }: Asker): { userKey: string; channelKey: string } {
  return { userKey: `${platform}:${userId}`, channelKey: `${platform}:${channelId}` };
}

function composeOverdraft({ who, retryAfterMs }: Overdraft) {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  const soon = `Ask again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}, please.`;
  return composeNotice(
    who === 'user' ? `You have asked very much in a minute. ${soon}` : `Very much was asked here in a minute. ${soon}`,
  );
}
