import type { JobParts } from './job-parts.ts';
import { purgeHourly } from './purge-hourly.ts';
import type { RunningPart } from './running-part.ts';

/** Starts all that goes on beside the platforms. */
export function startJobs(parts: JobParts): readonly RunningPart[] {
  return [purgeHourly(parts)];
}
