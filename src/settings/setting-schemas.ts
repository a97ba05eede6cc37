import * as v from 'valibot';

/** A setting that is looked at where it is used. */
export const anyText = { schema: v.optional(v.string()) };

const SHOWN_CHARACTERS = 20;

/** The beginning of a value that is no secret, for a message. */
export function quoteValue(text: string): string {
  return `"${text.slice(0, SHOWN_CHARACTERS)}"`;
}

/** A port to listen on, if one is set. */
export const portSchema = v.optional(
  v.pipe(
    v.string(),
    v.check(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      ({ input }) => `a port between 1 and 65535 is expected, found ${quoteValue(input)}.`,
    ),
    v.transform(Number),
  ),
);

/** The address of a platform's API, for those who run one that is like it. */
export const apiAddressSchema = (usual: string, platform: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
        `an address that begins with https:// is expected. Leave it out for ${platform} itself.`,
      ),
    ),
    usual,
  );

/** Words or numbers with commas between them. */
export const listSchema = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
);

/** Nobody outside this machine, unless told otherwise. */
const loopback = '127.0.0.1';
const HOST_NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
const HOST_NUMBER = /^[0-9a-f:.]*:[0-9a-f:.]*$/i;

/** An address to listen on. */
export const hostSchema = v.optional(
  v.pipe(
    v.string(),
    v.check(
      (host) => HOST_NAME.test(host) || (HOST_NUMBER.test(host) && URL.canParse(`http://[${host}]`)),
      'the address to listen on is expected, such as 127.0.0.1, or 0.0.0.0 for every network.',
    ),
  ),
  loopback,
);
