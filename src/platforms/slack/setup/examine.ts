import { WebClient } from '@slack/web-api';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { Log } from '#conversation/ports/log.ts';
import { composeSlackCallOptions } from '#platforms/slack/calling/call-options.ts';
import { checkSlackAccess, explainSocketFailure, scopeRemedy } from '#platforms/slack/calling/check-access.ts';
import { createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { agentScope, purposeOfScope } from '#platforms/slack/calling/scopes.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';

/** Asks Slack whether it knows the tokens and has granted what the bot needs. Nothing is changed or posted. */
export async function* examineSlack(settings: SlackSettings, log: Log): AsyncGenerator<Finding> {
  const { identity, connection, apiUrl, canLookBack } = settings;
  const callOptions = composeSlackCallOptions(apiUrl, createSlackLogger(log));
  if (identity.kind === 'many-workspaces') {
    const statement = 'Several workspaces bring a token each, which is checked whenever it is used.';
    yield { subject: 'Slack', level: 'ok', statement };
  } else {
    yield* examineBotToken(new WebClient(identity.botToken, callOptions), canLookBack);
  }
  if (connection.kind === 'socket') yield await examineAppToken(new WebClient(connection.appToken, callOptions));
}

async function* examineBotToken(client: WebClient, canLookBack: boolean): AsyncGenerator<Finding> {
  const subject = 'Slack';
  try {
    const { identity, missingScopes } = await checkSlackAccess(client, canLookBack);
    yield { subject, level: 'ok', statement: `The bot is known in the workspace "${identity.teamName}".` };
    for (const scope of missingScopes) {
      const statement = `The scope ${scope} is not granted: without it the bot no longer ${purposeOfScope(scope)}.`;
      // The agent pane is left out of the manifest where the plan has none.
      const level = scope === agentScope ? 'warning' : 'fault';
      yield { subject: 'Slack scopes', level, statement, remedy: scopeRemedy };
    }
    if (missingScopes.length === 0) {
      yield { subject: 'Slack scopes', level: 'ok', statement: 'Slack has granted all that the bot needs.' };
    }
  } catch (error) {
    yield explain(subject, error);
  }
}

async function examineAppToken(appClient: WebClient): Promise<Finding> {
  const subject = 'Slack socket';
  try {
    await appClient.apps.connections.open();
    return { subject, level: 'ok', statement: 'Slack lets the bot connect by Socket Mode.' };
  } catch (error) {
    return explain(subject, explainSocketFailure(error));
  }
}

/** The message of a refusal is the setting and the remedy. */
function explain(subject: string, error: unknown): Finding {
  if (error instanceof AccessError) {
    return { subject, level: 'fault', statement: 'Slack refuses the token.', remedy: error.message };
  }
  const statement = `Slack could not be asked: ${error instanceof Error ? error.message : String(error)}`;
  return { subject, level: 'fault', statement, remedy: unreachable };
}

const unreachable = 'Check that this machine reaches slack.com (or SLACK_API_URL), and run this again.';
