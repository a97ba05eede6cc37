import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from '../check-bars.ts';
import type { ReplyRecord } from './reply-record.ts';
import { type CpuProfile, sumUpProfile } from './sum-up-profile.ts';

/** What the profiler saw of each bot. */
export type BotProfiles = Readonly<Record<'ours' | 'echo', CpuProfile>>;

/** Reads what the last run has written; its bots have ended. */
export function readProfiles(folder: string): BotProfiles {
  return { ours: readNewest(join(folder, 'ours')), echo: readNewest(join(folder, 'echo')) };
}

/** Names begin with the day and the time. */
function readNewest(folder: string): CpuProfile {
  const newest = readdirSync(folder).sort().at(-1);
  if (newest === undefined)
    throw new Error(`${folder}: the profiler has written nothing there; did the bot end by itself?`);
  return JSON.parse(readFileSync(join(folder, newest), 'utf8'));
}

/** What an event took of each part of both bots, in microseconds, under each load. */
export function renderParts({ platform, loads }: ReplyRecord, profiles: BotProfiles): string {
  const lines = loads.flatMap(({ load, runs, spans }) => {
    const events = load.questions * runs.length;
    const ours = sumUpProfile(profiles.ours, spans.ours);
    const echo = sumUpProfile(profiles.echo, spans.echo);
    const show = (sums: ReadonlyMap<string, number>, part: string) => format((sums.get(part) ?? 0) / events);
    const total = (sums: ReadonlyMap<string, number>) => format([...sums.values()].reduce((a, b) => a + b, 0) / events);
    return [
      `${platform}, ${load.name}: microseconds an event, ours against the echo's`,
      ...[...ours.keys()].map((part) => `  ${part}: ${show(ours, part)} against ${show(echo, part)}`),
      `  all: ${total(ours)} against ${total(echo)}`,
    ];
  });
  return `${lines.join('\n')}\n`;
}
