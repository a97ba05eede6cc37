import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectFolder, projectVersion } from '#app/process/project-files.ts';
import { contentFolderOf } from '#sources/content-source.ts';
import { parseSource, type SourceSettings } from '#sources/parse-source.ts';
import { defaultDatabaseUrl, parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';
import { readEnvFile } from './read-env-file.ts';

/** Everything that can be set from outside, checked. */
export interface Configuration {
  /** Folder with the newsletter's issues. Where they are fetched, it may not be there yet. */
  readonly contentFolder: string;
  /** Where they are fetched from, and how; left out where the folder is somebody's own. */
  readonly fetching?: SourceSettings;
}

/** The settings, or every problem with them: a sentence each, with the setting's name and a remedy, never its value. */
export type ConfigurationResult =
  | { readonly configuration: Configuration; readonly problems?: undefined }
  | { readonly configuration?: undefined; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with where the settings come from: sentences with place and remedy, without any value. */
export interface SettingsFaults {
  /** Nothing that needs settings is started with these. */
  readonly problems: readonly string[];
  /** Finds what looks like a slip, and may be none. */
  readonly findHints: () => Promise<readonly string[]>;
}

export const noFaults: SettingsFaults = { problems: [], findHints: async () => [] };

/** The environment of the process, with what `.env` in the working folder adds; the environment wins. */
export async function readEnvironment(
  workingFolder: string,
): Promise<{ readonly environment: Environment; readonly faults: SettingsFaults }> {
  // biome-ignore lint/style/noProcessEnv: this is the one place that reads it.
  const own = process.env;
  const { values, problems, hints } = await readEnvFile(workingFolder);
  const environment = { ...values, ...own };
  const findHints = async () => {
    const { explainUnknownVariables } = await import('./setting-names.ts');
    return [...hints, ...explainUnknownVariables(own)];
  };
  return { environment, faults: { problems, findHints } };
}

/**
 * Checks all settings at once. An empty value counts as not set, as in a `.env` copied from the example. A folder given on
 * the command line takes the place of a source, and a source that of `CONTENT_DIR`.
 */
export function checkConfiguration(
  environment: Environment,
  contentOption?: string,
  workingFolder = '.',
): ConfigurationResult {
  if (contentOption === undefined) {
    const { settings: fetching, problems } = checkSource(environment, workingFolder);
    if (problems.length > 0) return { problems };
    if (fetching) return { configuration: { contentFolder: contentFolderOf(fetching.source), fetching } };
  }
  const contentSetting = readSetting(environment, 'CONTENT_DIR');
  const contentFolder = contentOption ?? contentSetting ?? join(projectFolder, 'content');
  const contentName = contentOption === undefined && contentSetting !== undefined ? 'CONTENT_DIR' : 'Content';
  if (isFolder(contentFolder)) return { configuration: { contentFolder } };
  if (existsSync(contentFolder))
    return { problems: [`${contentName}: "${contentFolder}" is no folder. Give the folder that it is in.`] };
  return {
    problems: [
      `${contentName}: there is no folder "${contentFolder}". Give the folder that holds the newsletter's issues.`,
    ],
  };
}

/** Copies lie beside the store, if that is a file: in a container, nothing else may be written. */
function checkSource(environment: Environment, workingFolder: string) {
  const read = (name: string) => readSetting(environment, name);
  const { address } = parseDatabaseUrl(read('DATABASE_URL') ?? defaultDatabaseUrl, workingFolder);
  const dataFolder = address?.engine === 'sqlite' ? dirname(address.path) : resolve(workingFolder, 'data');
  const copiesFolder = join(dataFolder, 'content');
  return parseSource(read, { copiesFolder, userAgent: `works-on-arm-bot/${projectVersion}` });
}

/**
 * A setting's value without blanks and quotes around it; undefined when it is not set or empty. Docker's `--env-file`
 * hands quotes on, and no value of ours has any.
 */
export function readSetting(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim() ?? '';
  const [, unquoted] =
    /^(?:"([^"]*)"|'([^']*)'|[“‘]([^”’]*)[”’])$/.exec(value)?.filter((part) => part !== undefined) ?? [];
  return (unquoted ?? value).trim() || undefined;
}

/** What cannot be looked at, such as links that lead to each other, is none. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
