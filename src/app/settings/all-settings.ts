import * as v from 'valibot';
import { type LogLevel, logLevels } from '#conversation/ports/log.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { webSettings } from '#platforms/web/serving/settings.ts';
import type { Setting, Settings } from '#settings/check-settings.ts';
import { anyText, listSchema } from '#settings/setting-schemas.ts';
import { sourceSettings } from '#sources/source-settings.ts';
import { announceSettings } from './announcing.ts';
import { healthSettings } from './health.ts';
import { MIN_SECRET_KEY_CHARACTERS } from './secret-key.ts';

const usualLevel: LogLevel = 'info';

/** The settings of the process itself as data. */
export const processSettings = {
  // Read with every command, and looked at where it leads.
  CONTENT_DIR: anyText,
  DATABASE_URL: { isSecret: true, ...anyText },
  SECRET_KEY: {
    isSecret: true,
    origin: 'invented',
    schema: v.pipe(
      v.optional(listSchema, ''),
      v.check(
        (keys) => keys.every((key) => key.length >= MIN_SECRET_KEY_CHARACTERS),
        `a key of at least ${MIN_SECRET_KEY_CHARACTERS} characters is expected. Make one with "openssl rand -hex 32".`,
      ),
    ),
  },
  LOG_LEVEL: { schema: v.optional(v.picklist(logLevels, `one of ${logLevels.join(', ')} is expected.`), usualLevel) },
} as const;

/** Every setting that the program reads; `.env.example` explains each. */
export function listSettings(platforms: readonly ChatPlatform[] = chatPlatforms): Settings {
  const ofPlatforms = platforms.map(({ settings }) => settings);
  return Object.assign(
    {},
    ...ofPlatforms,
    processSettings,
    sourceSettings,
    healthSettings,
    webSettings,
    announceSettings,
  ) as Settings;
}

/** The names of those for which something holds. */
export function findSettingNames(
  doesHold: (setting: Setting) => boolean | undefined,
  platforms?: readonly ChatPlatform[],
): readonly string[] {
  return Object.entries(listSettings(platforms)).flatMap(([name, setting]) => (doesHold(setting) ? name : []));
}
