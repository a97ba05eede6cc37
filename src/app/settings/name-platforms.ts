import type { ChatPlatform } from '#platforms/chat-platform.ts';

/** Those that a token sets up, for a sentence: “Slack or Discord”. */
export function nameTokenPlatforms(platforms: readonly ChatPlatform[]): string {
  const titles = platforms.filter(({ tokenSetting }) => tokenSetting).map(({ title }) => title);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(titles);
}
