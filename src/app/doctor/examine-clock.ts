import type { Finding } from '#conversation/ports/finding.ts';
import type { PlatformClock } from '#platforms/chat-platform.ts';

const subject = 'Clock';
const TIMEOUT_MS = 10_000;
/** A minute makes posts a minute late; after five Slack's signatures no longer fit. */
const WARN_AFTER_MS = 60_000;
const FAULT_AFTER_MS = 5 * 60_000;

/** Compares this machine's clock with the `Date` of a platform's answer, and names the machine's time zone. */
export async function* examineClock(clocks: readonly PlatformClock[], now: () => number): AsyncGenerator<Finding> {
  for (const clock of clocks) yield await compare(clock, now);
  if (clocks.length === 0) {
    yield { subject, level: 'ok', statement: 'Not compared: no platform is set up whose clock could be asked for.' };
  }
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const statement = `This machine is in ${timeZone}; every subscription has a time zone of its own.`;
  yield { subject: 'Time zone', level: 'ok', statement };
}

async function compare({ address, headers = {} }: PlatformClock, now: () => number): Promise<Finding> {
  const { host } = address;
  let date: string | null;
  try {
    const response = await fetch(address, { method: 'HEAD', headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    date = response.headers.get('date');
  } catch {
    const statement = `The clock of ${host} could not be asked for.`;
    return { subject, level: 'warning', statement, remedy: 'Check that this machine reaches it, and run this again.' };
  }
  const skewMs = now() - Date.parse(date ?? '');
  if (Number.isNaN(skewMs)) {
    return { subject, level: 'warning', statement: `${host} told no time.`, remedy: 'Compare the clock by hand.' };
  }
  // The header has whole seconds, and the answer took its time.
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  const direction = skewMs > 0 ? 'fast' : 'slow';
  if (Math.abs(skewMs) < WARN_AFTER_MS) {
    return { subject, level: 'ok', statement: `This machine and ${host} agree within a minute.` };
  }
  const statement = `This machine's clock is ${seconds} s ${direction}, by that of ${host}.`;
  const remedy = 'Switch on time synchronisation (such as "timedatectl set-ntp true"): posts go out by this clock.';
  return { subject, level: Math.abs(skewMs) < FAULT_AFTER_MS ? 'warning' : 'fault', statement, remedy };
}
