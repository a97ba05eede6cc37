import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-files.ts';

/** Everything that can be set from outside, checked. */
export interface Configuration {
  /** Folder with the newsletter's issues. */
  readonly contentFolder: string;
}

/** The settings, or every problem with them: a sentence each, with the setting's name and a remedy, never its value. */
export type ConfigurationResult =
  | { readonly configuration: Configuration; readonly problems?: undefined }
  | { readonly configuration?: undefined; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of the process, with what `.env` in the working folder adds; the environment wins. */
export async function readEnvironment(workingFolder: string): Promise<Environment> {
  // biome-ignore lint/style/noProcessEnv: this is the one place that reads it.
  const environment = process.env;
  const file = join(workingFolder, '.env');
  if (!existsSync(file)) return environment;
  const { parse } = await import('dotenv');
  return { ...parse(readFileSync(file)), ...environment };
}

/**
 * Checks all settings at once. An empty value counts as not set, as in a `.env` copied from the example; a folder given
 * on the command line takes the place of `CONTENT_DIR`.
 */
export function checkConfiguration(environment: Environment, contentOption?: string): ConfigurationResult {
  const contentSetting = readSetting(environment, 'CONTENT_DIR');
  const contentFolder = contentOption ?? contentSetting ?? join(projectFolder, 'content');
  const contentName = contentOption === undefined ? 'CONTENT_DIR' : 'Content';
  if (isFolder(contentFolder)) return { configuration: { contentFolder } };
  return {
    problems: [
      `${contentName}: there is no folder "${contentFolder}". Give the folder that holds the newsletter's issues.`,
    ],
  };
}

/** A setting's value without blanks around it; undefined when it is not set or empty. */
export function readSetting(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

/** What cannot be looked at, such as links that lead to each other, is none. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
