// Measures how long an answer takes and what it costs, beside a bare bot of the same SDK that echoes. Linux only.
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from './check-bars.ts';
import { openDiscordPeer } from './reply/discord-peer.ts';
import { measureReplies, type ReplyPlan } from './reply/measure-replies.ts';
import { readProfiles, renderParts } from './reply/render-parts.ts';
import { renderReplies } from './reply/render-replies.ts';
import type { Load } from './reply/reply-record.ts';
import { openSlackPeer } from './reply/slack-peer.ts';
import { loadWorkload } from './workload.ts';

const usage = `usage: npm run -s bench:reply -- [--only slack|discord] [--runs N] [--profile FOLDER] [--json]
  --only PLATFORM   the other platform is left out
  --runs N          how often each load is measured (default: 5)
  --profile FOLDER  writes there what Node's profiler saw of both bots, and tells what an event took of each part of them;
                    the other figures are then not to be compared
  --json            one JSON object a platform
`;

const idle: Load = { name: 'one question at a time', perSecond: undefined, questions: 200 };
const atRate = (perSecond: number, seconds: number): Load => ({
  name: `${perSecond} questions a second`,
  perSecond,
  questions: perSecond * seconds,
});
const plans = {
  slack: {
    platform: 'Slack',
    openPeer: openSlackPeer,
    echo: 'echo-on-slack.ts',
    ready: 'Connected to Slack',
    loads: [idle, atRate(50, 5), atRate(200, 5)],
  },
  // Discord takes fifty requests a second of a bot: at fifty answers a second it would be Discord that is measured.
  discord: {
    platform: 'Discord',
    openPeer: openDiscordPeer,
    echo: 'echo-on-discord.ts',
    ready: 'The commands are registered',
    loads: [idle, atRate(40, 5)],
  },
} as const satisfies Record<string, Omit<ReplyPlan, 'runs' | 'profiles'>>;

const { only, runs, profiles, wantsJson } = readOptions();
const workload = loadWorkload();
for (const [name, plan] of Object.entries(plans)) {
  if (only !== undefined && only !== name) continue;
  const [load = 0] = loadavg();
  process.stderr.write(`measuring: ${plan.platform}; load of the machine before: ${format(load)}\n`);
  const folder = profiles && join(profiles, name);
  const record = await measureReplies({ ...plan, runs, profiles: folder }, workload);
  process.stdout.write(wantsJson ? `${JSON.stringify(record)}\n` : renderReplies(record));
  if (folder !== undefined) process.stdout.write(renderParts(record, readProfiles(folder)));
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        runs: { type: 'string', default: '5' },
        profile: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return stop(0, usage);
    if (values.only !== undefined && !Object.hasOwn(plans, values.only))
      return stop(2, `--only: expected one of ${Object.keys(plans).join(', ')}\n${usage}`);
    const count = Number(values.runs);
    if (!Number.isInteger(count) || count < 1) return stop(2, `--runs: expected a whole number from 1\n${usage}`);
    const profiles = values.profile && resolve(values.profile);
    return { only: values.only, runs: count, profiles, wantsJson: values.json };
  } catch (error) {
    return stop(2, `${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function stop(exitCode: number, text: string): never {
  (exitCode === 0 ? process.stdout : process.stderr).write(text);
  process.exit(exitCode);
}
