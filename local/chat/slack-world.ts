import { commandList } from '#commands/command-list.ts';
import { composeSlackManifest, type SlackManifest } from '#platforms/slack/setup/manifest.ts';
import type { WorldOptions } from '../slack-server/slack-world.ts';

/** The app's real manifest; the questions of the agent pane come from the bot itself. */
export const slackManifest: SlackManifest = composeSlackManifest(commandList, {
  slashCommand: '/arm',
  suggestedQuestions: [],
  hasAgentView: true,
  canLookBack: false,
});

export const annId = 'U0ANN';

/** A workspace in which the app is installed as its manifest says, with one person before the screen. */
export const slackWorld: WorldOptions = {
  app: {
    name: slackManifest.features?.bot_user?.display_name ?? 'bot',
    events: slackManifest.settings?.event_subscriptions?.bot_events ?? [],
  },
  workspaces: [
    {
      id: 'T0LOCAL',
      name: 'Workshop',
      scopes: slackManifest.oauth_config?.scopes?.bot ?? [],
      people: [
        { id: annId, name: 'ann' },
        { id: 'U0BEN', name: 'ben' },
      ],
      channels: [
        { id: 'C0GENERAL', name: 'general' },
        { id: 'C0HARDWARE', name: 'hardware' },
      ],
    },
  ],
};
