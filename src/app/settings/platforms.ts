import type { LogLevel } from '#conversation/ports/log.ts';
import type { ChatPlatform, ReadyPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { checkWebSettings, type WebSettings } from '#platforms/web/serving/settings.ts';
import { type Checked, checkSettings } from '#settings/check-settings.ts';
import { type DatabaseUrl, defaultDatabaseUrl, parseDatabaseUrl } from '#storage/engines/parse-database-url.ts';
import { findSettingNames, processSettings } from './all-settings.ts';
import { type AnnounceSettings, checkAnnounceSettings } from './announcing.ts';
import { type Environment, readSetting } from './configuration.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { checkHealthSettings, type HealthSettings } from './health.ts';

/** What the platforms need, checked. */
export interface PlatformSettings {
  /** All that there are. */
  readonly known: readonly ChatPlatform[];
  /** Those that a token sets up. */
  readonly platforms: readonly ReadyPlatform[];
  readonly announce: AnnounceSettings;
  readonly database: DatabaseUrl;
  /** The first one seals and names readers, all of them open. Empty when none is set. */
  readonly secretKeys: readonly string[];
  readonly logLevel: LogLevel;
  /** Undefined when no port for it is set. */
  readonly health: HealthSettings | undefined;
  readonly web: WebSettings;
  /** Every value that must never be shown. */
  readonly secrets: readonly string[];
}

/** Checks everything that `start` needs for the platforms. */
export function checkPlatformSettings(
  environment: Environment,
  workingFolder: string,
  known: readonly ChatPlatform[] = chatPlatforms,
): Checked<PlatformSettings> {
  const read = (name: string) => readSetting(environment, name);
  const setUps = known.filter(({ tokenSetting }) => tokenSetting).map(({ setUp }) => setUp(read, workingFolder));
  const { settings: health, problems: healthProblems } = checkHealthSettings(read, known);
  const { settings: announce, problems: announceProblems } = checkAnnounceSettings(read, known);
  const { settings: web, problems: webProblems } = checkWebSettings(read, findOtherPorts(known));
  const { values, problems: processProblems } = checkSettings(processSettings, read);
  const { DATABASE_URL: url = defaultDatabaseUrl, SECRET_KEY: secretKeys = [], LOG_LEVEL: logLevel = 'info' } = values;
  const { address: database, problem } = parseDatabaseUrl(url, workingFolder);
  const problems = [...setUps.flatMap((setUp) => setUp.problems), ...announceProblems, ...healthProblems];
  problems.push(...webProblems);
  if (problem !== undefined) problems.push(problem);
  problems.push(...processProblems);
  // Where the form is wrong, that says more.
  const isTold = (sentence: string) => problems.some((other) => other.startsWith(`${sentence.split(':', 1)[0]}:`));
  problems.unshift(...findPlaceholders(environment, known).filter((sentence) => !isTold(sentence)));
  if (problems.length > 0 || database === undefined || web === undefined) return { settings: undefined, problems };
  const platforms = setUps.flatMap(({ ready }) => ready ?? []);
  const secrets = findSecrets(environment, known);
  return { settings: { known, platforms, announce, database, secretKeys, logLevel, health, web, secrets }, problems };
}

function findOtherPorts(known: readonly ChatPlatform[]): readonly string[] {
  return findSettingNames(({ isPort }) => isPort, known).filter((name) => name !== 'WEB_PORT');
}

/** The values themselves, the keys within a list, and the password within an address. */
export function findSecrets(environment: Environment, known?: readonly ChatPlatform[]): string[] {
  const values = findSettingNames(({ isSecret }) => isSecret, known).flatMap(
    (name) => readSetting(environment, name) ?? [],
  );
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
