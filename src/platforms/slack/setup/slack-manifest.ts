import type { PlatformManifest } from '#platforms/chat-platform.ts';
import { slackSettings } from '#platforms/slack/calling/settings.ts';
import { checkSettings } from '#settings/check-settings.ts';

const MAX_PROMPTS = 4;
/** Slack's rule for the names of slash commands. */
const SLASH_COMMAND = /^\/[a-z0-9_-]{1,31}$/;

/** The app's manifest, with what differs from one app to another as options. */
export const slackManifest: PlatformManifest = {
  summary: "Slack's app manifest",
  usage: '[--command /arm] [--url https://…] [--without-agent]',
  options: {
    command: { takes: '/NAME', help: "Slack's slash command (else /arm)" },
    url: { takes: 'URL', help: 'where Slack reaches the bot; without it the bot connects by itself (Socket Mode)' },
    'without-agent': { help: "leave out Slack's agent pane, which not every plan has" },
  },
  async write({ options, readSetting, commands, suggestQuestions }) {
    const { command: slashCommand = '/arm', url: publicUrl } = options as { command?: string; url?: string };
    if (!SLASH_COMMAND.test(slashCommand)) {
      return {
        problem: `--command: "${slashCommand}" is no slash command. Give a slash and up to 31 small letters, digits, "-" or "_".`,
      };
    }
    if (publicUrl !== undefined && URL.parse(publicUrl)?.protocol !== 'https:') {
      return { problem: '--url: an address that begins with https:// is expected, at which Slack reaches the bot.' };
    }
    const { SLACK_LOOK_BACK } = slackSettings;
    const { values, problems } = checkSettings({ SLACK_LOOK_BACK }, readSetting);
    const { SLACK_LOOK_BACK: canLookBack } = values;
    if (canLookBack === undefined) return { problem: problems.join('\n') };
    const { composeSlackManifest, writeSlackManifest } = await import('./manifest.ts');
    const suggestedQuestions = await suggestQuestions(MAX_PROMPTS);
    const hasAgentView = !options['without-agent'];
    const choices = { slashCommand, publicUrl, suggestedQuestions, hasAgentView, canLookBack };
    return { text: writeSlackManifest(composeSlackManifest(commands, choices)) };
  },
};
