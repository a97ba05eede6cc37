import { chatPlatforms } from '#platforms/platform-list.ts';
import { measureEditDistance } from '#spelling/edit-distance.ts';
import { listSettings } from './all-settings.ts';

/** What else may stand in the same file for Node, npm, Docker, Postgres or the system. */
const OTHERS_NAMES =
  /^(?:(?:COMPOSE|DOCKER|POSTGRES|NODE|NPM|LC|XDG|UV|MALLOC)_\w+|PG[A-Z]+|TZ|LANG|PATH|HOME|USER|DEBUG|NO_COLOR|FORCE_COLOR|(?:HTTPS?|ALL|NO)_PROXY)$/i;
const LETTERS_PER_SLIP = 4;
const MAX_SLIPS = 3;
const MAX_NAMED = 3;

const settingNames = Object.keys(listSettings());
/** Names in the environment that can only be meant for this program begin so. */
const ownPrefixes = ['announce', 'content', 'web', ...chatPlatforms.map(({ name }) => name)].map(
  (name) => `${name.toUpperCase()}_`,
);

export function isSettingName(name: string): boolean {
  return settingNames.includes(name);
}

/** A sentence about a name of `.env` that is no setting of ours; undefined for one that is, or is somebody else's. */
export function explainUnknownName(name: string): string | undefined {
  if (isSettingName(name) || OTHERS_NAMES.test(name)) return undefined;
  const meant = suggestSettings(name);
  const remedy =
    meant.length === 0 ? 'The file .env.example lists all of them.' : `Did you mean ${meant.join(' or ')}?`;
  return `${name} is no setting of the bot. ${remedy}`;
}

/** The same about the environment, which is full of others' names: only what is close to one of ours that is not set. */
export function explainUnknownVariables(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(environment).flatMap((name) => {
    if (
      !ownPrefixes.some((prefix) => name.toUpperCase().startsWith(prefix)) ||
      isSettingName(name) ||
      !environment[name]
    )
      return [];
    const meant = suggestSettings(name);
    if (meant.length === 0 || meant.some((setting) => environment[setting])) return [];
    return `${name} (environment) is no setting of the bot. Did you mean ${meant.join(' or ')}?`;
  });
}

/** The settings that a name may have been meant for: a slip of the keys away, or with a word too many or too few. */
function suggestSettings(name: string): readonly string[] {
  const letters = lettersOf(name);
  const limit = Math.min(MAX_SLIPS, Math.floor(letters.length / LETTERS_PER_SLIP));
  const slips = settingNames.map((setting) => measureEditDistance(letters, lettersOf(setting), limit));
  const fewest = Math.min(...slips);
  if (fewest <= limit) return settingNames.filter((_, at) => slips[at] === fewest).slice(0, MAX_NAMED);
  const words = wordsOf(name);
  const isPart = (some: readonly string[], all: readonly string[]) => some.every((word) => all.includes(word));
  return settingNames
    .filter((setting) => {
      const own = wordsOf(setting);
      return own.length > 1 && (isPart(words, own) || isPart(own, words));
    })
    .slice(0, MAX_NAMED);
}

function lettersOf(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

function wordsOf(name: string): readonly string[] {
  return name
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
}
