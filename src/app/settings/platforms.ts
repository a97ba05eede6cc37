import type { LogLevel } from '#conversation/ports/log.ts';
import { checkDiscordSettings, type DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { checkSlackSettings, type SlackSettings } from '#platforms/slack/calling/settings.ts';
import { checkSettings } from '#settings/check-settings.ts';
import { type DatabaseUrl, defaultDatabaseUrl, parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';
import { findSettingNames, processSettings } from './all-settings.ts';
import { type AnnounceSettings, checkAnnounceSettings } from './announcing.ts';
import { type Environment, readSetting } from './configuration.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { checkHealthSettings, type HealthSettings } from './health.ts';

/** What the platforms need, checked. */
export interface PlatformSettings {
  readonly slack: SlackSettings | undefined;
  readonly discord: DiscordSettings | undefined;
  readonly announce: AnnounceSettings;
  readonly database: DatabaseUrl;
  /** The first one seals and names readers, all of them open. Empty when none is set. */
  readonly secretKeys: readonly string[];
  readonly logLevel: LogLevel;
  /** Undefined when no port for it is set. */
  readonly health: HealthSettings | undefined;
  /** Every value that must never be shown. */
  readonly secrets: readonly string[];
}

/** The settings of the platforms, or every problem with them: a sentence each, with name and remedy, without any value. */
export type PlatformSettingsResult =
  | { readonly settings: PlatformSettings; readonly problems?: undefined }
  | { readonly settings?: undefined; readonly problems: readonly string[] };

/** Checks everything that `start` needs for the platforms. Undefined `slack` and `discord`: no token is set. */
export function checkPlatformSettings(environment: Environment, workingFolder: string): PlatformSettingsResult {
  const read = (name: string) => readSetting(environment, name);
  const { settings: slack, problems: slackProblems } = checkSlackSettings(read);
  const { settings: discord, problems: discordProblems } = checkDiscordSettings(read);
  const { settings: health, problems: healthProblems } = checkHealthSettings(read);
  const { settings: announce, problems: announceProblems } = checkAnnounceSettings(read);
  const { values, problems: processProblems } = checkSettings(processSettings, read);
  const { DATABASE_URL: url = defaultDatabaseUrl, SECRET_KEY: secretKeys = [], LOG_LEVEL: logLevel = 'info' } = values;
  const { address: database, problem } = parseDatabaseUrl(url, workingFolder);
  const problems = [...slackProblems, ...discordProblems, ...announceProblems, ...healthProblems];
  if (problem !== undefined) problems.push(problem);
  problems.push(...processProblems);
  // Where the form is wrong, that says more.
  const isTold = (sentence: string) => problems.some((other) => other.startsWith(`${sentence.split(':', 1)[0]}:`));
  problems.unshift(...findPlaceholders(environment).filter((sentence) => !isTold(sentence)));
  if (problems.length > 0 || database === undefined) return { problems };
  return {
    settings: { slack, discord, announce, database, secretKeys, logLevel, health, secrets: findSecrets(environment) },
  };
}

/** The values themselves, the keys within a list, and the password within an address. */
export function findSecrets(environment: Environment): string[] {
  const values = findSettingNames(({ isSecret }) => isSecret).flatMap((name) => readSetting(environment, name) ?? []);
  const parts = values.flatMap((value) => {
    const password = URL.parse(value)?.password;
    return [...value.split(',').map((part) => part.trim()), ...(password ? [password, decodeSafely(password)] : [])];
  });
  return [...new Set([...values, ...parts])].filter((value) => !value.startsWith('sqlite:'));
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
