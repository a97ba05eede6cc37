import { relative } from 'node:path';
import { findSlowness } from './find-time-limit.ts';
import { listDescendants, listProcesses, type MachineProcess } from './list-processes.ts';

/** Looks after the processes of test files, and of whatever these have started. */
export interface StuckFiles {
  readonly begin: (file: string) => void;
  readonly end: (file: string) => void;
  /** Ends the files that are running, with all that came from them: the run is broken off. */
  readonly endAll: () => void;
  /** Ends what files have left running; resolves to a sentence for each file that was stuck or left something. */
  readonly close: () => readonly string[];
}

interface RunningFile {
  /** As it would be on an idle machine. */
  spentMs: number;
  readonly seen: Map<string, MachineProcess>;
  goneSinceMs: number | undefined;
}

const lookEveryMs = 1_000;
/** A file whose own process is gone is over as soon as its output is: unless a process that it left behind holds that. */
const outputPatienceMs = 10_000;

/**
 * `node:test` lets a file whose time is up go on for as long as a process that it has started lives. This ends the file's
 * process with all that came from it: after `timeoutMs`, or soon after the file's own process is gone. Time counts for less while
 * others use the machine, too: how many of them there will be, nobody knows when a run starts.
 */
export function watchStuckFiles(
  timeoutMs: number,
  tell: (sentence: string) => void,
  slowness: () => number = findSlowness,
): StuckFiles {
  const running = new Map<string, RunningFile>();
  const ended: [file: string, seen: RunningFile['seen']][] = [];
  const looking = setInterval(look, lookEveryMs);
  looking.unref();
  let lookedMs = performance.now();

  function look(): void {
    const processes = listProcesses();
    const sinceMs = (performance.now() - lookedMs) / slowness();
    lookedMs = performance.now();
    const own = processes.filter(({ parentPid }) => parentPid === process.pid);
    for (const [file, state] of running) {
      const root = own.find(({ command }) => command.includes(file));
      for (const one of root ? [root, ...listDescendants(root.pid, processes)] : []) state.seen.set(nameOf(one), one);
      // What a process that is gone has left behind has another parent now; its own children are found all the same.
      for (const one of alive(state.seen, processes)) {
        for (const child of listDescendants(one.pid, processes)) state.seen.set(nameOf(child), child);
      }
      state.goneSinceMs = root ? undefined : (state.goneSinceMs ?? performance.now());
      const isLeft = state.goneSinceMs !== undefined && performance.now() - state.goneSinceMs > outputPatienceMs;
      state.spentMs += sinceMs;
      if (state.spentMs < timeoutMs && !isLeft) continue;
      const killed = killAll(alive(state.seen, processes));
      if (killed === 0) continue;
      const why = isLeft ? 'left processes behind that hold its output' : `was not over after ${timeoutMs / 1000} s`;
      tell(`${relative('', file)} ${why}: ended ${killed === 1 ? '1 process' : `${killed} processes`}.`);
    }
  }

  return {
    begin(file) {
      running.set(file, { spentMs: 0, seen: new Map(), goneSinceMs: undefined });
    },
    end(file) {
      const state = running.get(file);
      if (state !== undefined) ended.push([file, state.seen]);
      running.delete(file);
    },
    endAll() {
      clearInterval(looking);
      const processes = listProcesses();
      const seen = [...running.values(), ...ended.map(([, left]) => ({ seen: left }))];
      killAll([...listDescendants(process.pid, processes), ...seen.flatMap((state) => alive(state.seen, processes))]);
    },
    close() {
      clearInterval(looking);
      const processes = listProcesses();
      return ended.flatMap(([file, seen]) => {
        const left = alive(seen, processes);
        killAll(left);
        return left.length === 0
          ? []
          : `${relative('', file)} left behind: ${left.map(({ command }) => command).join('; ')}`;
      });
    },
  };
}

function nameOf({ pid, started }: MachineProcess): string {
  return `${pid} ${started}`;
}

function alive(seen: ReadonlyMap<string, MachineProcess>, processes: readonly MachineProcess[]): MachineProcess[] {
  return processes.filter((one) => seen.has(nameOf(one)));
}

function killAll(processes: readonly MachineProcess[]): number {
  let killed = 0;
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
      killed++;
    } catch {
      // It has ended by itself.
    }
  }
  return killed;
}
