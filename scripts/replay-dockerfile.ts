import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDockerfile, readVariables, type Stage } from './parse-dockerfile.ts';

/** An image without Docker: its files in a folder, and how it is started. Paths are those of this machine. */
export interface ReplayedImage {
  /** Stands for the image's root. */
  readonly root: string;
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly volumes: readonly string[];
  readonly command: readonly string[];
  readonly healthCommand: readonly string[];
}

export interface ReplayOptions {
  readonly dockerfile: string;
  /** The folder that Docker would be given. */
  readonly context: string;
  /** An empty folder, which gets one folder for each stage. */
  readonly folder: string;
  /** Runs a RUN step in its folder. `original`: as the Dockerfile has it, with paths from the root of the stage. */
  readonly run?: (command: string, workingFolder: string, original: string) => void;
}

/** Does what COPY and RUN of each stage do, with the folder of the stage in place of the root; the last stage is the image. */
export function replayDockerfile({ dockerfile, context, folder, run = runInShell }: ReplayOptions): ReplayedImage {
  const roots = new Map<string, string>();
  let image: ReplayedImage | undefined;
  for (const stage of parseDockerfile(dockerfile)) {
    const root = join(folder, stage.name.replaceAll(' ', '-'));
    mkdirSync(root, { recursive: true });
    image = replayStage(stage, root, { context, roots, run });
    roots.set(stage.name, root);
  }
  if (image === undefined) throw new Error('the Dockerfile has no stage');
  return image;
}

interface StageSurroundings {
  readonly context: string;
  readonly roots: ReadonlyMap<string, string>;
  readonly run: NonNullable<ReplayOptions['run']>;
}

function replayStage({ instructions }: Stage, root: string, { context, roots, run }: StageSurroundings): ReplayedImage {
  let workingFolder = root;
  const environment: Record<string, string> = {};
  const found = { user: 'root', volumes: [] as string[], command: [] as string[], healthCommand: [] as string[] };
  const within = (path: string) => (path.startsWith('/') ? join(root, path) : join(workingFolder, path));

  for (const { name, flags, text, line } of instructions) {
    switch (name) {
      case 'WORKDIR':
        workingFolder = within(text);
        mkdirSync(workingFolder, { recursive: true });
        break;
      case 'ENV':
        Object.assign(environment, Object.fromEntries(readVariables(text)));
        break;
      case 'COPY': {
        const from = flags.from === undefined ? context : roots.get(flags.from);
        if (from === undefined) throw new Error(`line ${line}: there is no stage ${flags.from}`);
        const paths = text.split(/\s+/);
        const target = paths.pop() ?? '';
        for (const path of paths) copy(join(from, path), within(target), target.endsWith('/'));
        break;
      }
      case 'RUN':
        run(moveIntoRoot(text, root), workingFolder, text);
        break;
      case 'USER':
        found.user = text;
        break;
      case 'VOLUME':
        found.volumes.push(within(text));
        break;
      case 'HEALTHCHECK':
        found.healthCommand = JSON.parse(text.replace(/^CMD\s+/, ''));
        break;
      case 'CMD':
        found.command = JSON.parse(text);
        break;
      default:
        throw new Error(`line ${line}: ${name} cannot be replayed`);
    }
  }
  for (const [key, value] of Object.entries(environment)) environment[key] = moveIntoRoot(value, root);
  return { root, workingFolder, environment, ...found };
}

/** As COPY does: a folder's content goes into the target; a file goes into a target that ends in a slash. */
function copy(source: string, target: string, isIntoFolder: boolean): void {
  const isFolder = statSync(source).isDirectory();
  cpSync(source, isIntoFolder && !isFolder ? join(target, basename(source)) : target, { recursive: true });
}

/** Absolute paths behind a blank, a colon or at the beginning; addresses such as `https://…` have two slashes. */
function moveIntoRoot(text: string, root: string): string {
  return text.replace(/(^|[\s:])\/(?=\w)/g, (_, before: string) => `${before}${root}/`);
}

function runInShell(command: string, workingFolder: string): void {
  const { status } = spawnSync('sh', ['-c', command], { cwd: workingFolder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`"${command}" ended with ${status}`);
}
