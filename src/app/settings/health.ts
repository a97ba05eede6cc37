import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { type Checked, checkSettings, type ReadSetting } from '#settings/check-settings.ts';
import { hostSchema, portSchema } from '#settings/setting-schemas.ts';

/** Where health and metrics are served. */
export interface HealthSettings {
  readonly host: string;
  readonly port: number;
}

/** The settings of health and metrics as data. */
export const healthSettings = {
  PORT: { isPort: true, schema: portSchema },
  HOST: { schema: hostSchema },
} as const;

/** Reads `PORT` and `HOST`. */
export function checkHealthSettings(
  readSetting: ReadSetting,
  platforms: readonly ChatPlatform[] = chatPlatforms,
): Checked<HealthSettings> {
  const { values, problems } = checkSettings(healthSettings, readSetting);
  const { PORT: port, HOST: host } = values;
  const ports = platforms.flatMap(({ settings }) => Object.keys(settings).filter((name) => settings[name]?.isPort));
  const same = ports.find((name) => readSetting(name) === String(port));
  if (same !== undefined) problems.push(`PORT: it is the same as ${same}. Give the health check a port of its own.`);
  if (port === undefined || host === undefined || problems.length > 0) return { settings: undefined, problems };
  return { settings: { host, port }, problems };
}
