import type { ProcessStreams } from '#app/process/streams.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import type { Environment, SettingsFaults } from './configuration.ts';

/** What the command line runs in. */
export interface Surroundings {
  readonly environment: Environment;
  /** None when it is left out. */
  readonly settingsFaults?: SettingsFaults;
  /** Paths in settings are relative to it. */
  readonly workingFolder: string;
  readonly streams: ProcessStreams;
  /** All that there are when it is left out. */
  readonly platforms?: readonly ChatPlatform[];
  /** From this call on, a request to end (SIGTERM) aborts the signal; until then it ends the process at once. */
  readonly listenForStop: () => AbortSignal;
  /** From this call on, an error that nobody caught is told and ends the process with exit code 1. */
  readonly endOnCrash: (tell: (error: unknown) => void) => void;
}
