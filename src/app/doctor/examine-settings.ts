import type { Finding } from '#conversation/finding.ts';
import { findPlatforms } from '../find-platforms.ts';
import type { PlatformSettings } from '../platform-settings.ts';

const subject = 'Settings';

/** Each problem of the settings, or what they set up. */
export function examineSettings(settings: PlatformSettings | undefined, problems: readonly string[]): Finding[] {
  const remedy = 'Correct it in .env or the environment; .env.example says where each value is found.';
  const faults = problems.map((statement): Finding => ({ subject, level: 'fault', statement, remedy }));
  if (settings === undefined || faults.length > 0) return faults;
  const platforms = findPlatforms(settings).map(({ name }) => name);
  if (platforms.length === 0) {
    const statement = 'No platform is set up: the bot can be talked to in the terminal only.';
    const how = 'Set the tokens of Slack or Discord; README.md says how to get them.';
    return [{ subject, level: 'warning', statement, remedy: how }];
  }
  const statement = `They are sound; set up: ${platforms.join(' and ')}.`;
  return [{ subject, level: 'ok', statement }];
}
