import type { Log } from '#conversation/log.ts';
import type { Metrics } from '#conversation/metrics.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Store } from '#storage/store.ts';
import type { RunningPlatform } from './keep-platform-running.ts';
import type { PlatformSettings } from './platform-settings.ts';

/** What the jobs beside the platforms work with. */
export interface JobParts {
  readonly settings: PlatformSettings;
  readonly store: Store;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly now: () => number;
  readonly getSnapshot: () => Snapshot;
  readonly platforms: readonly RunningPlatform[];
}
