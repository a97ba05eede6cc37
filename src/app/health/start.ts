import type { RunningPlatform } from '#app/connecting/keep-platform-running.ts';
import type { RunningPart } from '#app/process/running-part.ts';
import type { HealthSettings } from '#app/settings/health.ts';
import type { Metrics } from '#conversation/ports/metrics.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { checkReadiness, type ReadinessParts } from './readiness.ts';
import { serveHealth } from './serve.ts';

/** The health port with its figures; not ready before it is told what to watch. */
export interface Health extends RunningPart {
  readonly metrics: Metrics;
  readonly watch: (platforms: readonly RunningPlatform[], jobs: readonly RunningPart[]) => void;
}

/** Serves health and metrics. The library for the figures is loaded here only. */
export async function startHealth(
  settings: HealthSettings,
  { log, ...parts }: Omit<ReadinessParts, 'platforms' | 'jobs'> & Pick<Tools, 'log'>,
): Promise<Health> {
  const { createProcessMetrics } = await import('./metrics.ts');
  const metrics = createProcessMetrics();
  let watched: { platforms: readonly RunningPlatform[]; jobs: readonly RunningPart[] } | undefined;
  const { port, ...server } = await serveHealth(settings, {
    renderMetrics: metrics.render,
    hook: parts.content?.hook,
    checkReadiness: async () =>
      watched === undefined
        ? [{ name: 'process', isOk: false, detail: 'it is starting' }]
        : checkReadiness({ ...parts, ...watched }),
  });
  log.info('Health and metrics are served.', { host: settings.host, port });
  return {
    ...server,
    metrics,
    watch(platforms, jobs) {
      watched = { platforms, jobs };
      metrics.observe({ ...parts, platforms, jobs });
    },
  };
}
