import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The program that `npm start` runs, running with these settings and no others, and a store that goes with it. */
export interface StartedBot {
  readonly pid: number | undefined;
  /** Resolves to its exit code when it ends, whoever ended it. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

const program = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
/** What a program needs of the machine; nothing that might hold the bot's own settings. */
const kept = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'SystemRoot', 'NODE_COMPILE_CACHE', 'NO_COLOR', 'FORCE_COLOR'];

/** Without `hear` its log goes to standard error; else each line of it is heard. */
export function startBot(
  settings: Readonly<Record<string, string>>,
  content: string | undefined,
  hear?: (line: string) => void,
): StartedBot {
  // Its working folder, too: there is no .env in it.
  const folder = mkdtempSync(join(tmpdir(), 'local-chat-'));
  const machine = Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  const child: ChildProcess = spawn(
    process.execPath,
    ['--max-semi-space-size=8', program, 'start', ...(content === undefined ? [] : ['--content', content])],
    {
      cwd: folder,
      env: {
        ...machine,
        LOG_LEVEL: 'warn',
        // Whoever tries out how news is told is not to wait until an editor would surely be done.
        ANNOUNCE_QUIET_MINUTES: '0',
        DATABASE_URL: `sqlite:${join(folder, 'bot.sqlite')}`,
        // So that it ends when this process is gone, however that came about.
        npm_lifecycle_event: 'start',
        ...settings,
      },
      stdio: ['ignore', 'ignore', hear === undefined ? 'inherit' : 'pipe'],
      // Ctrl-C is for this process, which then stops the bot once and in order.
      detached: process.platform !== 'win32',
    },
  );
  if (hear !== undefined && child.stderr !== null) createInterface({ input: child.stderr }).on('line', hear);
  // What it said last is heard first.
  const ended = once(child, hear === undefined ? 'exit' : 'close').then(([code]: (number | null)[]) => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    return code ?? null;
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  void ended.then(() => process.off('exit', kill));
  return {
    pid: child.pid,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
