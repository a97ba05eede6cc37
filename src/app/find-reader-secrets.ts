import type { PlatformSettings } from './platform-settings.ts';

/**
 * The secrets that notes of readers are or were keyed by: those of `SECRET_KEY`, the newest first, and the tokens that
 * stand in where there is none. What is written now is keyed by the first.
 */
export function findReaderSecrets({ secretKeys, slack, discord }: PlatformSettings): readonly [string, ...string[]] {
  const slackToken = slack?.identity.kind === 'one-workspace' ? slack.identity.botToken : undefined;
  const tokens = [slackToken, discord?.token].filter((token) => token !== undefined);
  const [first = '', ...earlier] = [...secretKeys, ...tokens];
  return [first, ...earlier];
}
