import { isIP } from 'node:net';

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

/** Reads `PORT` and `HOST`. */
export function checkHealthSettings(readSetting: (name: string) => string | undefined): HealthSettingsResult {
  const port = readSetting('PORT');
  const host = readSetting('HOST') ?? loopback;
  const problems: string[] = [];
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    problems.push(`PORT: a port between 1 and 65535 is expected, found "${port.slice(0, 20)}".`);
  }
  if (port !== undefined && port === readSetting('SLACK_PORT')) {
    problems.push('PORT: it is the same as SLACK_PORT. Give the health check a port of its own.');
  }
  if (isIP(host) === 0 && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(host)) {
    problems.push('HOST: the address to listen on is expected, such as 127.0.0.1, or 0.0.0.0 for every network.');
  }
  if (port === undefined || problems.length > 0) return { settings: undefined, problems };
  return { settings: { host, port: Number(port) }, problems };
}
