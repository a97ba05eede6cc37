import type { AppsManifestValidateArguments } from '@slack/web-api';
import { stringify } from 'yaml';
import type { CommandSpec } from '#commands/command-spec.ts';
import { agentScope, listNeededScopes } from '#platforms/slack/calling/scopes.ts';
import { askAboutMessageId, askAnythingId } from '#platforms/slack/rendering/shortcuts.ts';

/** An app's manifest, by Slack's own type. */
export type SlackManifest = AppsManifestValidateArguments['manifest'];

// Slack's own list of scopes in that type lacks some, among them assistant:write.
type BotScopes = NonNullable<NonNullable<NonNullable<SlackManifest['oauth_config']>['scopes']>['bot']>;

/** What differs from one app to another. */
export interface ManifestChoices {
  /** With its slash. */
  readonly slashCommand: string;
  /** Where Slack reaches the bot, such as `https://bot.example`; without it the bot connects by itself (Socket Mode). */
  readonly publicUrl?: string | undefined;
  /** At most four, each a whole question; the agent pane offers them. */
  readonly suggestedQuestions: readonly string[];
  /** False for a workspace whose plan has no agents. */
  readonly hasAgentView: boolean;
  /** Whether the bot may look into channels for a post that it may have sent. */
  readonly canLookBack: boolean;
}

/** Where Bolt listens in HTTP mode. */
const eventsPath = '/slack/events';
const redirectPath = '/slack/oauth_redirect';
/** Slack's limits of a manifest's texts. */
const USAGE_HINT_LIMIT = 1000;
const PROMPT_LIMIT = 4;

/** The app's manifest, to be pasted at "Create an app, from a manifest". */
export function composeSlackManifest(commandList: readonly CommandSpec[], choices: ManifestChoices): SlackManifest {
  const { slashCommand, publicUrl, suggestedQuestions, hasAgentView, canLookBack } = choices;
  const eventsUrl = publicUrl === undefined ? undefined : new URL(eventsPath, publicUrl).href;
  const scopes = listNeededScopes(canLookBack).filter((scope) => hasAgentView || scope !== agentScope);
  return {
    display_information: {
      name: 'Works on Arm',
      description: 'Answers what runs on Arm, with the sentence that proves it.',
      background_color: '#00524c',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      ...(hasAgentView
        ? {
            agent_view: {
              agent_description:
                'Answers what runs on Arm from the issues of a weekly newsletter, and from nothing else.',
              suggested_prompts: suggestedQuestions
                .slice(0, PROMPT_LIMIT)
                .map((question) => ({ title: question, message: question })),
            },
          }
        : {}),
      bot_user: { display_name: 'works-on-arm', always_online: true },
      shortcuts: [
        {
          name: 'Ask about this message',
          type: 'message',
          callback_id: askAboutMessageId,
          description: 'Answers the question in a message, for your eyes only',
        },
        {
          name: 'Ask what runs on Arm',
          type: 'global',
          callback_id: askAnythingId,
          description: 'Opens a window to ask in',
        },
      ],
      slash_commands: [
        {
          command: slashCommand,
          description: 'Ask what runs on Arm',
          usage_hint: composeUsageHint(commandList),
          should_escape: false,
          ...(eventsUrl === undefined ? {} : { url: eventsUrl }),
        },
      ],
    },
    oauth_config: {
      ...(publicUrl === undefined ? {} : { redirect_urls: [new URL(redirectPath, publicUrl).href] }),
      scopes: { bot: scopes as BotScopes },
    },
    settings: {
      event_subscriptions: {
        ...(eventsUrl === undefined ? {} : { request_url: eventsUrl }),
        bot_events: ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'],
      },
      interactivity: { is_enabled: true, ...(eventsUrl === undefined ? {} : { request_url: eventsUrl }) },
      org_deploy_enabled: false,
      socket_mode_enabled: eventsUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** The same as the YAML that Slack's form takes. */
export function writeSlackManifest(manifest: SlackManifest): string {
  return stringify(manifest, { lineWidth: 0 });
}

function composeUsageHint(commandList: readonly CommandSpec[]): string {
  const commands = commandList
    .filter(({ name }) => name !== 'ask')
    .map(({ name, options }) => [name, ...options.map((option) => `[${option.name}]`)].join(' '));
  return `does … run on arm64? | ${commands.join(' | ')}`.slice(0, USAGE_HINT_LIMIT);
}
