import * as v from 'valibot';
import { type LogLevel, logLevels } from '#conversation/ports/log.ts';
import { discordSettings } from '#platforms/discord/calling/settings.ts';
import { slackSettings } from '#platforms/slack/calling/settings.ts';
import type { Settings } from '#settings/check-settings.ts';
import { anyText, listSchema } from '#settings/setting-schemas.ts';
import { sourceSettings } from '#sources/source-settings.ts';
import { announceSettings } from './announcing.ts';
import { healthSettings } from './health.ts';
import { MIN_SECRET_KEY_CHARACTERS } from './secret-key.ts';

const usualLevel: LogLevel = 'info';

/** The settings of the process itself as data. */
export const processSettings = {
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

/** What is read before any of them, whatever the command: where it leads is looked at there. */
export const contentSettings = { CONTENT_DIR: anyText, CHAT_HISTORY: anyText };

/** Every setting that the program reads; `.env.example` explains each. */
export const allSettings: Settings = {
  ...contentSettings,
  ...slackSettings,
  ...discordSettings,
  ...processSettings,
  ...sourceSettings,
  ...healthSettings,
  ...announceSettings,
};

/** The names of those for which something holds. */
export function findSettingNames(doesHold: (setting: Settings[string]) => boolean | undefined): readonly string[] {
  return Object.keys(allSettings).filter((name) => allSettings[name] && doesHold(allSettings[name]));
}
