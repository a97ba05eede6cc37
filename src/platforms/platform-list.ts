import { discordPlatform } from '#platforms/discord/discord-platform.ts';
import { slackPlatform } from '#platforms/slack/slack-platform.ts';
import { terminalPlatform } from '#platforms/terminal/terminal-platform.ts';
import type { ChatPlatform } from './chat-platform.ts';

/** Every platform, in the order in which they are named. */
export const chatPlatforms: readonly ChatPlatform[] = [slackPlatform, discordPlatform, terminalPlatform];
