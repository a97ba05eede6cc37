import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { outboxStates } from '#announcing/outbox.ts';
import type { Metrics } from '#conversation/ports/metrics.ts';
import type { ReadinessParts } from './readiness.ts';

type ObservedParts = Omit<ReadinessParts, 'signal'>;

/** Counts for Prometheus; `docs/operations.md` says what each figure means. */
export interface ProcessMetrics extends Metrics {
  /** Once all parts are there. */
  readonly observe: (parts: ObservedParts) => void;
  readonly render: () => Promise<string>;
}

/** An answer takes milliseconds; a platform waits three seconds for it. */
const secondsBuckets = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];

/** One registry for the process, with the process's own figures (memory, processor, event loop) in it. */
export function createProcessMetrics(): ProcessMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const count = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const questions = count(
    'bot_questions_total',
    'Requests, by platform and by how they ended: answered, silent, command or refused.',
    ['platform', 'outcome'],
  );
  const verdicts = count('bot_verdicts_total', 'Answers that say yes, no or the like, by verdict.', [
    'platform',
    'verdict',
  ]);
  const seconds = new Histogram({
    name: 'bot_answer_seconds',
    help: 'Time from a request to its reply, without the way over the platform.',
    labelNames: ['platform'],
    buckets: secondsBuckets,
    registers,
  });
  const reconnects = count('bot_reconnects_total', 'Connections to a platform that were lost and have come back.', [
    'platform',
  ]);
  const deliveries = count(
    'bot_deliveries_total',
    'Posts that were sent, or were not and why, by platform and result.',
    ['platform', 'result'],
  );
  return {
    countQuestion({ platform, outcome, elapsedMs }) {
      questions.inc({ platform, outcome: outcome.kind });
      seconds.observe({ platform }, elapsedMs / 1000);
      if (outcome.kind === 'answered' && outcome.verdict) verdicts.inc({ platform, verdict: outcome.verdict });
    },
    countReconnect: (platform) => reconnects.inc({ platform }),
    countDelivery: ({ platform, result }) => deliveries.inc({ platform, result }),
    observe: (parts) => observe(parts, registers),
    render: () => registry.metrics(),
  };
}

function observe({ getSnapshot, store, platforms, jobs, now, content }: ObservedParts, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await orNaN(read));
      },
    });
  type Figures = readonly (readonly [label: string, value: number])[];
  const gauges = (name: string, help: string, label: string, read: () => Figures | Promise<Figures>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      async collect() {
        for (const [of, value] of await read()) this.set({ [label]: of }, value);
      },
    });
  gauge('bot_index_issues', 'Issues that can be asked about.', () => getSnapshot().issues.length);
  gauge('bot_index_articles', 'Articles that can be asked about.', () =>
    // As everywhere: greetings and housekeeping are none.
    getSnapshot().issues.reduce((sum, { articles }) => sum + articles.filter(({ kind }) => kind === 'news').length, 0),
  );
  gauge('bot_index_facts', 'Facts that can be asked about, drafts included.', () => getSnapshot().index.facts.length);
  gauge('bot_newest_issue_age_seconds', 'Time since the date of the newest issue; NaN without one.', () => {
    const day = getSnapshot().issues.at(-1)?.date.day;
    return day === undefined ? Number.NaN : (now() - Date.parse(day)) / 1000;
  });
  gauge('bot_store_reachable', '1 while the store answers, else 0.', async () => ((await store.isReachable()) ? 1 : 0));
  gauge(
    'bot_post_lag_seconds',
    'How long the newest post that is due has been waiting; 0 when none waits.',
    async () => {
      const [newest] = await store.outbox.list({ states: ['waiting', 'claimed'], limit: 1 });
      return newest === undefined ? 0 : Math.max(0, now() - newest.dueMs) / 1000;
    },
  );
  if (content !== undefined) {
    gauge(
      'bot_content_fetched',
      '1 while the source of the issues can be fetched, else 0; NaN before the first look.',
      () => {
        const status = content.status();
        if (status === undefined) return Number.NaN;
        return status.problem === undefined ? 1 : 0;
      },
    );
    gauge(
      'bot_content_fetch_age_seconds',
      'Time since the source was last fetched without a fault; NaN for never.',
      () => (now() - (content.status()?.wellMs ?? Number.NaN)) / 1000,
    );
  }
  gauges('bot_posts', 'Posts in the outbox, by state.', 'state', async () => {
    const counts = await store.outbox.countByState().catch(() => undefined);
    return outboxStates.map((state) => [state, counts?.[state] ?? Number.NaN]);
  });
  gauges('bot_platform_connected', '1 while the platform is connected, else 0.', 'platform', () =>
    platforms.map(({ name, isConnected }) => [name, isConnected() ? 1 : 0]),
  );
  const beatHelp = 'Time since a job that goes round every minute last did; NaN before the first time.';
  gauges('bot_heartbeat_age_seconds', beatHelp, 'job', () =>
    jobs.flatMap(({ name, lastBeatMs }) => (lastBeatMs ? [[name, (now() - (lastBeatMs() ?? Number.NaN)) / 1000]] : [])),
  );
}

/** A store that is away must not take the other figures with it. */
async function orNaN(read: () => number | Promise<number>): Promise<number> {
  try {
    return await read();
  } catch {
    return Number.NaN;
  }
}
