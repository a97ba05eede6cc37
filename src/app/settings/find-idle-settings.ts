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
  for (const channel of announce.channels) {
    if (channel.platform === 'slack' ? slack : discord) continue;
    const name = nameChannel(channel);
    hints.push(`ANNOUNCE_CHANNELS: ${name} gets nothing, since ${channel.platform} is not set up here. Set its token.`);
  }
  return hints;
}
