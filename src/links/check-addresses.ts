import { checkLink, type LinkRules, noAnswer, noSuchHost } from './check-link.ts';
import type { LinkState } from './link-state.ts';

/** Enough to be done in minutes with a year of issues, few enough for a small board. */
const HOSTS_AT_ONCE = 8;

/** Asks each address once: many hosts at a time, but never two things at once of the same host. */
export async function checkAddresses(
  addresses: readonly string[],
  rules: LinkRules,
  onChecked: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, LinkState>> {
  const unique = [...new Set(addresses)];
  const byHost = Map.groupBy(unique, (address) => URL.parse(address)?.host ?? '');
  const waiting = [...byHost.values()];
  const states = new Map<string, LinkState>();
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      for (const address of group) {
        states.set(address, await checkLink(address, rules));
        onChecked(states.size, unique.length);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return allowForBeingOffline(states);
}

/** A machine without a network finds no host at all, which says nothing of the hosts. */
function allowForBeingOffline(states: ReadonlyMap<string, LinkState>): ReadonlyMap<string, LinkState> {
  const isUnknown = (state: LinkState) => state.kind === 'dead' && state.reason === noSuchHost;
  const isUnanswered = (state: LinkState) => state.kind === 'doubtful' && state.reason.startsWith(noAnswer);
  if ([...states.values()].some((state) => state.kind !== 'not-asked' && !isUnknown(state) && !isUnanswered(state)))
    return states;
  const reason = 'no host at all was found; this machine may be offline';
  return new Map(
    [...states].map(([address, state]) => [address, isUnknown(state) ? { kind: 'doubtful', reason } : state]),
  );
}
