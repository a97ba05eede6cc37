import type { PlatformSettings } from './platform-settings.ts';

/** Notes of readers are keyed by a secret of the environment: the one for that, else the token that is there anyway. */
export function findReaderSecret({ secretKeys, slack, discord }: PlatformSettings): string {
  const token = slack?.identity.kind === 'one-workspace' ? slack.identity.botToken : undefined;
  return secretKeys[0] ?? token ?? discord?.token ?? '';
}
