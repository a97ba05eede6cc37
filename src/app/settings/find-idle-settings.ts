import { nameChannel } from '#announcing/subscription.ts';
import { type Environment, readSetting } from './configuration.ts';
import type { PlatformSettings } from './platforms.ts';

/** Sentences about settings that are sound, and that nothing comes of beside the others. */
export function findIdleSettings(settings: PlatformSettings, environment: Environment): string[] {
  const { slack, discord, announce } = settings;
  const hints: string[] = [];
  if (slack?.connection.kind === 'socket') {
    for (const name of ['SLACK_SIGNING_SECRET', 'SLACK_PORT']) {
      if (readSetting(environment, name) === undefined) continue;
      hints.push(`${name}: it is not used, since SLACK_APP_TOKEN is set (Socket Mode). Unset one of the two.`);
    }
  }
  hints.push(...findIdleOfContent(settings, environment));
  for (const channel of announce.channels) {
    if (channel.platform === 'slack' ? slack : discord) continue;
    const name = nameChannel(channel);
    hints.push(`ANNOUNCE_CHANNELS: ${name} gets nothing, since ${channel.platform} is not set up here. Set its token.`);
  }
  return hints;
}

const onlyFetched = [
  'CONTENT_GIT_TOKEN',
  'CONTENT_FACTS',
  'CONTENT_EVERY_MINUTES',
  'CONTENT_HOOK_SECRET',
  'CONTENT_ALLOW_PRIVATE',
  'CONTENT_COPIES',
];

function findIdleOfContent({ health }: PlatformSettings, environment: Environment): string[] {
  const isSet = (name: string) => readSetting(environment, name) !== undefined;
  if (!isSet('CONTENT_GIT') && !isSet('CONTENT_FEED')) {
    return onlyFetched
      .filter(isSet)
      .map((name) => `${name}: it is not used without CONTENT_GIT or CONTENT_FEED. Set one of them, or unset it.`);
  }
  const hints: string[] = [];
  if (!isSet('CONTENT_GIT') && isSet('CONTENT_GIT_TOKEN')) {
    hints.push('CONTENT_GIT_TOKEN: it is not used with CONTENT_FEED. Unset it.');
  }
  if (isSet('CONTENT_HOOK_SECRET') && health === undefined) {
    hints.push('CONTENT_HOOK_SECRET: nothing is heard without PORT. Set it, and HOST where calls come from outside.');
  }
  return hints;
}
