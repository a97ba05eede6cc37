import { nameTokenPlatforms } from '#app/settings/name-platforms.ts';
import type { PlatformSettings } from '#app/settings/platforms.ts';
import type { Finding } from '#conversation/ports/finding.ts';

const subject = 'Settings';

const remedy = 'Correct it in .env or the environment; .env.example says where each value is found.';

/** Each problem of the settings, what looks like a slip in them, and what they set up. */
export function examineSettings(
  settings: PlatformSettings | undefined,
  { problems, hints }: { readonly problems: readonly string[]; readonly hints: readonly string[] },
): Finding[] {
  const faults = problems.map((statement): Finding => ({ subject, level: 'fault', statement, remedy }));
  const slips = hints.map((statement): Finding => ({ subject, level: 'warning', statement, remedy }));
  if (settings === undefined || faults.length > 0) return [...faults, ...slips];
  return [...slips, describeSetUp(settings)];
}

function describeSetUp(settings: PlatformSettings): Finding {
  const platforms = settings.platforms.map(({ name }) => name);
  if (platforms.length === 0) {
    const statement = 'No platform is set up: the bot can be talked to in the terminal only.';
    const how = `Set the tokens of ${nameTokenPlatforms(settings.known)}; README.md says how to get them.`;
    return { subject, level: 'warning', statement, remedy: how };
  }
  const statement = `They are sound; set up: ${platforms.join(' and ')}.`;
  return { subject, level: 'ok', statement };
}
