import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithTests } from '../../fixtures/end-with-tests.ts';
import { projectRoot } from '../../scenarios/terminal-processes.ts';

/** `npm run local-slack` or `npm run local-discord`, running as a process of its own. */
export interface RunningLocalChat extends AsyncDisposable {
  /** Where temporary files of it are. */
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly endInput: () => void;
  /** Resolves with the match as soon as it was written; rejects when the program ends before. */
  readonly sees: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly text: () => string;
  readonly signal: (name: NodeJS.Signals) => void;
  readonly ended: Promise<number | null>;
}

export async function runLocalChat(platform: string, ...options: string[]): Promise<RunningLocalChat> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'local-'));
  const child = spawn(process.execPath, [join('local', 'chat', 'run-local-chat.ts'), platform, ...options], {
    cwd: projectRoot,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: join(tmpdir(), 'works-on-arm-compiled'),
      TMPDIR: folder.path,
      // Whoever has tokens of their own set does not meet a real platform here.
      SLACK_BOT_TOKEN: 'xoxb-of-somebody',
      DISCORD_TOKEN: 'of.some.body',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  endWithTests(child);
  let written = '';
  const lookers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk;
      for (const look of [...lookers]) look();
    });
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return {
    folder: folder.path,
    say: (line) => void child.stdin.write(`${line}\n`),
    endInput: () => void child.stdin.end(),
    sees: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(written);
          if (found === null) return;
          lookers.delete(look);
          resolve(found);
        };
        void ended.then(() => reject(new Error(`${pattern} was never written:\n${written}`)));
        lookers.add(look);
        look();
      }),
    text: () => written,
    signal: (name) => void child.kill(name),
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      await folder.remove();
    },
  };
}
