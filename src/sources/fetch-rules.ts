import { lookup } from 'node:dns/promises';
import { FetchError, type FetchedBody, type FetchRequest, type FetchRules, fetchBody } from '#fetching/fetch-body.ts';
import { isPublicAddress } from '#fetching/public-address.ts';
import { type ContentSource, SourceError, settingOf } from './content-source.ts';

const usualRemedy = 'The next look tries again. Correct the address, if it is not meant.';

/** How much may come, and for how long. */
export interface FetchLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Only the public web, and the source's own host where it is allowed to be private. Redirects elsewhere stay public. */
export function makeFetchRules(source: ContentSource, limits: FetchLimits): FetchRules {
  const own = new URL(source.address);
  const isOwn = ({ hostname, port }: URL) => hostname === own.hostname && (port === own.port || port === '');
  return {
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    isAllowed: (address, url) => isPublicAddress(address) || (source.allowsPrivate && isOwn(url)),
    userAgent: source.userAgent,
    ...limits,
  };
}

/** Fetches for a source; what fails is told under the source's name. */
export async function fetchForSource(
  source: ContentSource,
  address: URL,
  request: FetchRequest,
  limits: FetchLimits,
): Promise<FetchedBody> {
  try {
    return await fetchBody(address, request, makeFetchRules(source, limits));
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const isPrivate = error.message === 'it is no address of the public web';
    const remedy = isPrivate
      ? 'Where a server of your own network is meant, set CONTENT_ALLOW_PRIVATE=true.'
      : usualRemedy;
    throw new SourceError(`${settingOf(source)}: ${error.message}.`, { remedy, cause: error });
  }
}
