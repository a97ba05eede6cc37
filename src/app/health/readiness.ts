import { setTimeout as delay } from 'node:timers/promises';
import type { RunningPlatform } from '#app/connecting/keep-platform-running.ts';
import type { RunningPart } from '#app/process/running-part.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { SourceStatus } from '#sources/updating/source-status.ts';
import type { Store } from '#storage/store.ts';
import type { ContentHook } from './content-hook.ts';

/** Whether one part of the bot does its work; `detail` says what is wrong, or how it stands. */
export interface PartCheck {
  readonly name: string;
  readonly isOk: boolean;
  readonly detail: string;
}

/** Content that is fetched: how it stands with its source, and who may say that it has changed. */
export interface WatchedContent {
  readonly status: () => SourceStatus | undefined;
  readonly hook?: ContentHook | undefined;
}

/** What is looked at when somebody asks whether the bot serves, or for its figures; nothing is measured in between. */
export interface ReadinessParts extends Pick<Tools, 'now'> {
  readonly getSnapshot: () => Snapshot;
  readonly store: Store;
  readonly platforms: readonly RunningPlatform[];
  readonly jobs: readonly RunningPart[];
  readonly signal: AbortSignal;
  /** Where issues are fetched. */
  readonly content?: WatchedContent | undefined;
}

/** Jobs go round about once a minute; after three they have missed, something holds them. */
const STALE_AFTER_MS = 3 * 60_000;

/** Whoever asks waits a few seconds; a server that is away may take longer to be found so. */
const STORE_WITHIN_MS = 2_000;

/** Checks every part that the bot needs to serve, each by its name. */
export async function checkReadiness(parts: ReadinessParts): Promise<readonly PartCheck[]> {
  const { getSnapshot, store, platforms, jobs, now, signal, content } = parts;
  const whyNone = content ? (content.status()?.problem?.message ?? 'they are being fetched') : 'look into CONTENT_DIR';
  const issues = getSnapshot().issues.length;
  const isReachable = await Promise.race([store.isReachable(), delay(STORE_WITHIN_MS, false, { ref: false })]);
  return [
    check('index', issues > 0, `${issues} issues`, `there is no issue to answer from: ${whyNone}`),
    check('store', isReachable, 'reachable', 'it does not answer: look into DATABASE_URL, and run "doctor"'),
    ...platforms.map((platform) =>
      check(platform.name, platform.isConnected(), 'connected', 'not connected: the log says why, and "doctor" more'),
    ),
    ...jobs.flatMap((job) => checkBeat(job, now())),
    ...(signal.aborted ? [check('process', false, '', 'it is stopping')] : []),
  ];
}

/** Jobs without a heartbeat have nothing that could be stale. */
function checkBeat({ name, lastBeatMs }: RunningPart, nowMs: number): PartCheck[] {
  if (lastBeatMs === undefined) return [];
  const beatMs = lastBeatMs();
  // A clock that was set back makes a beat lie in the future: that is no sign of life either.
  const ageMs = beatMs === undefined ? Number.POSITIVE_INFINITY : Math.abs(nowMs - beatMs);
  const wrong =
    beatMs === undefined
      ? 'its first round has not ended yet'
      : `its last round ended ${Math.round(ageMs / 1000)} s ago: the log says what holds it`;
  return [check(name, ageMs <= STALE_AFTER_MS, 'its rounds are on time', wrong)];
}

function check(name: string, isOk: boolean, right: string, wrong: string): PartCheck {
  return { name, isOk, detail: isOk ? right : wrong };
}
