import { createTextLog } from '#app/logging/text-log.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { type Environment, readSetting } from '#app/settings/configuration.ts';
import { openArchive } from '#archive/open-archive.ts';
import { commandList } from '#commands/command-list.ts';
import { findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import { slackSettings } from '#platforms/slack/calling/settings.ts';
import { composeSlackManifest, writeSlackManifest } from '#platforms/slack/setup/manifest.ts';
import { checkSettings } from '#settings/check-settings.ts';

/** What was asked for on the command line. */
export interface ManifestRequest {
  readonly platform: string | undefined;
  /** Where Slack reaches the bot; without it the bot connects by itself. */
  readonly url?: string | undefined;
  /** Slack's slash command. */
  readonly command?: string | undefined;
  readonly hasAgentView: boolean;
}

const MAX_PROMPTS = 4;
/** Slack's rule for the names of slash commands. */
const SLASH_COMMAND = /^\/[a-z0-9_-]{1,31}$/;

/** Writes what a platform needs to know of the bot: Slack's app manifest, Discord's invite link. Resolves to the exit code. */
export async function runManifest(
  request: ManifestRequest,
  environment: Environment,
  contentFolder: string,
  { output, errors }: ProcessStreams,
): Promise<number> {
  const fail = (message: string) => {
    errors.write(`${message}\n`);
    return request.platform === undefined ? 2 : 1;
  };
  switch (request.platform) {
    case 'slack': {
      const { url, command = '/arm', hasAgentView } = request;
      if (!SLASH_COMMAND.test(command)) {
        return fail(
          `--command: "${command}" is no slash command. Give a slash and up to 31 small letters, digits, "-" or "_".`,
        );
      }
      if (url !== undefined && !(URL.canParse(url) && new URL(url).protocol === 'https:')) {
        return fail('--url: an address that begins with https:// is expected, at which Slack reaches the bot.');
      }
      const { SLACK_LOOK_BACK } = slackSettings;
      const { values, problems } = checkSettings({ SLACK_LOOK_BACK }, (name) => readSetting(environment, name));
      const { SLACK_LOOK_BACK: canLookBack } = values;
      if (canLookBack === undefined) return fail(problems.join('\n'));
      await using archive = await openArchive({ dir: contentFolder, log: createTextLog(errors) });
      const suggestedQuestions = findExampleQuestions(archive.current, MAX_PROMPTS);
      const choices = { slashCommand: command, publicUrl: url, suggestedQuestions, hasAgentView, canLookBack };
      output.write(writeSlackManifest(composeSlackManifest(commandList, choices)));
      return 0;
    }
    case 'discord': {
      const token = readSetting(environment, 'DISCORD_TOKEN');
      const applicationId = token && readApplicationId(token);
      if (!applicationId) {
        return fail(
          'DISCORD_TOKEN: it is not set, or is no token of a bot. The invite link is made from it; copy it from "Bot" (discord.com/developers/applications).',
        );
      }
      // Loaded when it is needed: it brings Discord's SDK with it.
      const { buildInviteLink } = await import('#platforms/discord/calling/invite.ts');
      output.write(`${buildInviteLink(applicationId)}\n`);
      return 0;
    }
    default:
      return fail(`Which platform: "manifest slack" or "manifest discord"?`);
  }
}

/** A bot's token begins with its application's id, in base64. */
function readApplicationId(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
  return /^\d{15,21}$/.test(id) ? id : undefined;
}
