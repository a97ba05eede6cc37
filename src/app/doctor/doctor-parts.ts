import type { Environment, SettingsFaults } from '#app/settings/configuration.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';

/** What is checked, and against what. */
export interface DoctorParts {
  readonly environment: Environment;
  readonly settingsFaults: SettingsFaults;
  readonly workingFolder: string;
  /** The folder given on the command line. */
  readonly contentOption: string | undefined;
  /** As in `process.version`. */
  readonly nodeVersion: string;
  readonly tools: Tools;
  readonly platforms: readonly ChatPlatform[];
}
