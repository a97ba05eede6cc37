import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process of this machine. */
export interface MachineProcess {
  readonly pid: number;
  readonly parentPid: number;
  /** With the pid it names one process for good: pids are used again. */
  readonly started: string;
  readonly command: string;
}

/** All processes that can be seen; a container image often has no `ps`, hence `/proc` where there is one. */
export function listProcesses(): MachineProcess[] {
  return existsSync('/proc/self/stat') ? readProcFolder() : askPs();
}

/** Those that came from the process, directly or not, in the order of their making as far as it is known. */
export function listDescendants(pid: number, processes: readonly MachineProcess[]): MachineProcess[] {
  const found: MachineProcess[] = [];
  const parents = [pid];
  for (let parent = parents.shift(); parent !== undefined; parent = parents.shift()) {
    const children = processes.filter(({ parentPid }) => parentPid === parent);
    found.push(...children);
    parents.push(...children.map((child) => child.pid));
  }
  return found;
}

function readProcFolder(): MachineProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The name in parentheses may hold anything, so the fields are counted from its end.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const [state, parentPid = ''] = fields;
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return state === 'Z'
          ? []
          : { pid: Number(name), parentPid: Number(parentPid), started: fields[19] ?? '', command };
      } catch {
        // It has ended in between.
        return [];
      }
    });
}

function askPs(): MachineProcess[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,lstart=,command='], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const [, pid, parentPid, started = '', command = ''] =
      /^\s*(\d+)\s+(\d+)\s+(\w+ +\w+ +\d+ +[\d:]+ +\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : { pid: Number(pid), parentPid: Number(parentPid), started, command };
  });
}
