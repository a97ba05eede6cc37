// The whole of `npm run local-slack` and `npm run local-discord`: a local platform, the real bot, and a page or a prompt to talk in.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderLogLine } from '#app/logging/render-log-line.ts';
import { createAsides } from '#app/process/asides.ts';
import { whenNpmEnds } from '#app/process/when-npm-ends.ts';
import type { LocalChat } from './local-chat.ts';
import { runPrompt } from './run-prompt.ts';
import { serveChat } from './serve-chat.ts';
import { startBot } from './start-bot.ts';

const usage = `Usage: npm run local-slack (or local-discord) -- [--port N] [--prompt] [--content DIR]

  Starts the bot against a Slack (or Discord) on this machine, without an account, and a page to talk to it.

  --port N       the page's port; 0 takes any free one (default 3210 for Slack, 3211 for Discord)
  --prompt       no page: type in this terminal
  --content DIR  the folder that holds the newsletter's issues
  --help         show this
`;
const defaultPorts: Readonly<Record<string, number>> = { slack: 3210, discord: 3211 };
const maxPort = 65_535;

const { platform, port, isPrompt, content } = readArguments();
const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // The second one does not wait for the bot.
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
  });
}
whenNpmEnds(process.env, () => stopping.abort());
// A line of the log would run into the line that is being typed.
const asides =
  isPrompt && process.stdin.isTTY && process.stdout.isTTY && process.stderr.isTTY
    ? createAsides(process.stderr)
    : undefined;
process.exitCode = await run();
// What somebody's browser or terminal still holds open keeps nobody waiting.
process.exit();

async function run(): Promise<number> {
  const chat = await openChat();
  const bot = startBot(chat.settings, content, asides && ((line) => asides.write(renderLine(line))));
  try {
    const served = isPrompt ? undefined : await serveChat(chat, port);
    try {
      return await serve(chat, served?.url, bot.ended);
    } finally {
      await served?.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    process.stderr.write(`Port ${port} is taken. Give another one: --port N, or --port 0 for any free one.\n`);
    return 1;
  } finally {
    await bot.stop();
    await chat.close();
  }
}

async function serve(chat: LocalChat, url: string | undefined, ended: Promise<number | null>): Promise<number> {
  const { signal } = stopping;
  const stopped = new Promise<'stopped'>((resolve) => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  const gone = ended.then(() => 'gone' as const);
  process.stderr.write(`The bot is starting…\n`);
  const first = await Promise.race([stopped, gone, chat.untilConnected().catch(() => 'gone' as const)]);
  if (first === 'stopped') return 0;
  if (first !== 'gone') {
    if (url !== undefined) process.stdout.write(`Open ${url} and ask. Ctrl-C ends it.\n`);
    const { stdin: input, stdout: output } = process;
    const isTerminal = input.isTTY === true && output.isTTY === true;
    const typing =
      url === undefined ? runPrompt(chat, { input, output, isTerminal, ...(asides && { asides }) }, signal) : stopped;
    if ((await Promise.race([typing, stopped, gone])) !== 'gone') return 0;
  }
  process.stderr.write('The bot has ended by itself; what it said is above.\n');
  return 1;
}

// What is no entry of the log, such as what Node says of itself, stays as it is.
function renderLine(line: string): string {
  try {
    return renderLogLine(line, process.stderr);
  } catch {
    return `${line}\n`;
  }
}

async function openChat(): Promise<LocalChat> {
  try {
    if (platform === 'slack') return await (await import('./slack-chat.ts')).openSlackChat();
    return await (await import('./discord-chat.ts')).openDiscordChat();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write(`${message}\nIt needs the packages for development, too: run "npm ci" without --omit=dev.\n`);
    process.exit(1);
  }
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        prompt: { type: 'boolean' },
        content: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const [name = '', ...more] = positionals;
    if (values.help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    if (!(name in defaultPorts) || more.length > 0) {
      return stop(`Not understood: "${more[0] ?? name}".`);
    }
    const wanted = values.port ?? String(defaultPorts[name]);
    if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > maxPort) {
      return stop(`--port: a number from 0 to ${maxPort} is expected, not "${wanted}".`);
    }
    return {
      platform: name,
      port: Number(wanted),
      isPrompt: values.prompt === true,
      content: values.content && resolve(values.content),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node's own sentences go on for programmers; what may be said stands below.
    const [, option] = /^Unknown option '([^']+)'/.exec(message) ?? [];
    return stop(option === undefined ? message : `There is no option ${option}.`);
  }
}

function stop(problem: string): never {
  process.stderr.write(`${problem}\n\n${usage}`);
  process.exit(2);
}
