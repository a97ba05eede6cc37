import type { HandledEvents } from '#conversation/ports/handled-events.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { Metrics } from '#conversation/ports/metrics.ts';
import type { Trace } from '#conversation/ports/trace.ts';
import type { Rate, Respond } from '#conversation/response.ts';
import type { SendQueue } from '#conversation/traffic/send-queue.ts';
import type { RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Store } from '#storage/store.ts';
import type { KnownChannels } from './known-channels.ts';

/** What every platform is started with. */
export interface PlatformSurroundings {
  readonly respond: Respond;
  readonly rate: Rate;
  readonly events: HandledEvents;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The work for each event goes through it. */
  readonly trace: Trace;
  readonly now: () => number;
  readonly random: () => number;
  /** Resolves after so many milliseconds; early when the process stops. */
  readonly wait: (ms: number) => Promise<void>;
  readonly getSnapshot: () => Snapshot;
  readonly store: Store;
  readonly secretKeys: readonly string[];
  /** Told what the connection knows; left out where nobody posts. */
  readonly knownChannels?: KnownChannels;
  /** The lines before Slack's channels: Slack counts together what this process posts there. */
  readonly slackQueue?: SendQueue | undefined;
  /** Through which all that the process asks of Discord goes: Discord counts it together. */
  readonly discordGuard?: RequestGuard | undefined;
}
