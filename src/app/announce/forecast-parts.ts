import type { PlatformSettings } from '#app/settings/platforms.ts';
import type { Archive } from '#archive/open-archive.ts';
import type { Store } from '#storage/store.ts';

/** What a dry run looks at, and where it is written. */
export interface ForecastParts {
  readonly settings: PlatformSettings;
  readonly archive: Archive;
  /** Undefined where the bot has never run. */
  readonly store: Store | undefined;
  readonly write: (lines: readonly string[]) => void;
}
