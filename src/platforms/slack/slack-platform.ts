import type { ChatPlatform, ReadyPlatform } from '#platforms/chat-platform.ts';
import { checkSlackSettings, type SlackSettings, slackSettings } from '#platforms/slack/calling/settings.ts';
import { slackManifest } from '#platforms/slack/setup/slack-manifest.ts';

const name = 'slack';
const title = 'Slack';

/** Slack as all else knows it. */
export const slackPlatform: ChatPlatform = {
  name,
  title,
  settings: slackSettings,
  tokenSetting: 'SLACK_BOT_TOKEN',
  channels: {
    exampleId: 'C0123',
    channelId: /^[A-Z\d]+$/,
    pinged: {
      id: /^S[A-Z0-9]{2,}$/,
      name: 'user group',
      example: 'S012ABCDEF',
      place: 'In Slack, “Copy group ID” in the menu of the group gives one.',
    },
  },
  manifest: slackManifest,
  setUp(readSetting) {
    const { settings, problems } = checkSlackSettings(readSetting);
    if (settings === undefined) return { ready: undefined, problems };
    const isIdle = (setting: string) => settings.connection.kind === 'socket' && readSetting(setting) !== undefined;
    const idleSettings = ['SLACK_SIGNING_SECRET', 'SLACK_PORT']
      .filter(isIdle)
      .map(
        (setting) => `${setting}: it is not used, since SLACK_APP_TOKEN is set (Socket Mode). Unset one of the two.`,
      );
    return { ready: prepare(settings, idleSettings), problems };
  },
};

function prepare(settings: SlackSettings, idleSettings: readonly string[]): ReadyPlatform {
  const { identity, apiUrl } = settings;
  return {
    name,
    title,
    idleSettings,
    readerSecret: identity.kind === 'one-workspace' ? identity.botToken : undefined,
    // The SDK holds tens of megabytes.
    async open(parts) {
      const { openSlackPlatform } = await import('#platforms/slack/listening/open.ts');
      return openSlackPlatform(settings, parts);
    },
    async *examine({ tools }) {
      const { examineSlack } = await import('#platforms/slack/setup/examine.ts');
      yield* examineSlack(settings, tools.log);
    },
    findClock: async () => ({ address: new URL('api.test', apiUrl) }),
  };
}
