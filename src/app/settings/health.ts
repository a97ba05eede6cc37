import { isIP } from 'node:net';
import * as v from 'valibot';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { checkSettings, type ReadSetting } from '#settings/check-settings.ts';
import { portSchema } from '#settings/setting-schemas.ts';

/** Where health and metrics are served. */
export interface HealthSettings {
  readonly host: string;
  readonly port: number;
}

/** Undefined settings without a problem: nobody asked for it. */
export interface HealthSettingsResult {
  readonly settings: HealthSettings | undefined;
  readonly problems: readonly string[];
}

/** Nobody outside this machine, unless told otherwise. */
const loopback = '127.0.0.1';

/** The settings of health and metrics as data. */
export const healthSettings = {
  PORT: { isPort: true, schema: portSchema },
  HOST: {
    schema: v.optional(
      v.pipe(
        v.string(),
        v.check(
          (host) => isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host),
          'the address to listen on is expected, such as 127.0.0.1, or 0.0.0.0 for every network.',
        ),
      ),
      loopback,
    ),
  },
} as const;

/** Reads `PORT` and `HOST`. */
export function checkHealthSettings(
  readSetting: ReadSetting,
  platforms: readonly ChatPlatform[] = chatPlatforms,
): HealthSettingsResult {
  const { values, problems } = checkSettings(healthSettings, readSetting);
  const { PORT: port, HOST: host } = values;
  const ports = platforms.flatMap(({ settings }) => Object.keys(settings).filter((name) => settings[name]?.isPort));
  const same = ports.find((name) => readSetting(name) === String(port));
  if (same !== undefined) problems.push(`PORT: it is the same as ${same}. Give the health check a port of its own.`);
  if (port === undefined || host === undefined || problems.length > 0) return { settings: undefined, problems };
  return { settings: { host, port }, problems };
}
