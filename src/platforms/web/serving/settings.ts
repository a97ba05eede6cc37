import * as v from 'valibot';
import { type Checked, checkSettings, type ReadSetting } from '#settings/check-settings.ts';
import { hostSchema, portSchema, quoteValue } from '#settings/setting-schemas.ts';

/** Whether and where the page is served. */
export interface WebSettings {
  readonly isOn: boolean;
  readonly host: string;
  readonly port: number;
  /** Where readers find the page, without a slash at its end; undefined: links to it are left out. */
  readonly url: string | undefined;
  readonly requestsPerMinute: number;
  readonly isBehindProxy: boolean;
}

const DEFAULT_PORT = 8000;
/** A reader's pace with much to spare; a script's is above it. */
const defaultPace = '120';
const MAX_PACE = 1_000_000;

const switchSchema = v.pipe(
  v.optional(v.string(), 'off'),
  v.toLowerCase(),
  v.picklist(['on', 'off'], 'on or off is expected.'),
  v.transform((value) => value === 'on'),
);

/** The settings of the page as data. */
export const webSettings = {
  WEB: { schema: switchSchema },
  WEB_PORT: { isPort: true, schema: portSchema },
  WEB_HOST: { schema: hostSchema },
  WEB_URL: {
    schema: v.optional(
      v.pipe(
        v.string(),
        v.check(
          (text) => cleanUrl(text) !== undefined,
          'the address of the page as readers see it is expected, such as https://arm.example.org.',
        ),
        v.transform(cleanUrl),
      ),
    ),
  },
  WEB_REQUESTS_PER_MINUTE: {
    schema: v.optional(
      v.pipe(
        v.string(),
        v.check(
          (text) => /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_PACE,
          ({ input }) => `a number between 1 and ${MAX_PACE} is expected, found ${quoteValue(input)}.`,
        ),
        v.transform(Number),
      ),
      defaultPace,
    ),
  },
  WEB_BEHIND_PROXY: { schema: switchSchema },
} as const;

/** Reads `WEB` and the settings that begin with `WEB_`. `otherPorts`: settings of ports that something listens on beside it. */
export function checkWebSettings(readSetting: ReadSetting, otherPorts: readonly string[] = []): Checked<WebSettings> {
  const { values, problems } = checkSettings(webSettings, readSetting);
  const {
    WEB: isOn,
    WEB_PORT: port = DEFAULT_PORT,
    WEB_HOST: host,
    WEB_URL: url,
    WEB_BEHIND_PROXY: isBehindProxy,
  } = values;
  const { WEB_REQUESTS_PER_MINUTE: requestsPerMinute } = values;
  for (const other of isOn === true ? otherPorts : []) {
    if (readSetting(other) === String(port)) {
      problems.push(`WEB_PORT: it is the same as ${other}. Give the page a port of its own.`);
    }
  }
  const isWhole =
    isOn !== undefined && host !== undefined && requestsPerMinute !== undefined && isBehindProxy !== undefined;
  if (!isWhole || problems.length > 0) return { settings: undefined, problems };
  return { settings: { isOn, host, port, url, requestsPerMinute, isBehindProxy }, problems };
}

/** An address of the web that something can be put behind. */
function cleanUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  return url.href.replace(/\/$/, '');
}
