import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/** What a steady stream of requests met with. */
export interface RateFigures {
  readonly answered: number;
  readonly failed: number;
  /** From when a request was due, not from when it could be sent: a server that stalls makes all behind it late. */
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
}

export interface Rate {
  readonly perSecond: number;
  readonly seconds: number;
  /** The path of the request with that number. */
  readonly pathOf: (number: number) => string;
}

const MAX_SOCKETS = 64;
/** As short as timers go: what is due by then is asked at once. */
const TURN_MS = 1;

/** Asks at a steady rate over kept connections, whether answers come or not. */
export async function askAtRate(address: string, { perSecond, seconds, pathOf }: Rate): Promise<RateFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
  const times: number[] = [];
  let failed = 0;
  const asked: Promise<void>[] = [];
  const startMs = performance.now();
  for (let number = 0; number < perSecond * seconds; number++) {
    const dueMs = startMs + (number * 1000) / perSecond;
    while (performance.now() < dueMs) await delay(TURN_MS);
    asked.push(
      ask(address + pathOf(number), agent).then((isAnswered) => {
        if (isAnswered) times.push(performance.now() - dueMs);
        else failed++;
      }),
    );
  }
  await Promise.all(asked);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { answered: times.length, failed, medianMs: at(0.5), p99Ms: at(0.99), slowestMs: at(1) };
}

function ask(url: string, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
    }).on('error', () => resolve(false));
  });
}
