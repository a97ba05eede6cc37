import { HTTPReceiver, type Logger, type ReceiverProcessEventErrorHandlerArgs, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackInstallationStore } from '#platforms/slack/calling/installation-store.ts';
import { listNeededScopes } from '#platforms/slack/calling/scopes.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import { ForeignClockError, noteSentTime } from '#platforms/slack/talking/answer-before-ack.ts';
import { showInstallFailure } from './install-failure.ts';

/** What a receiver is made with. */
export interface ReceiverParts {
  readonly settings: SlackSettings;
  readonly callOptions: WebClientOptions;
  readonly logger: Logger;
  readonly installationStore: SlackInstallationStore | undefined;
}

/** Slack's largest payloads are views of some hundred kilobytes. */
const bodyLimit = '1mb';

/** Makes Bolt's receiver for the way the settings say: a socket that we open, or a port that Slack calls. */
export function createSlackReceiver(parts: ReceiverParts): SocketModeReceiver | HTTPReceiver {
  const { settings, callOptions, logger } = parts;
  const { connection } = settings;
  if (connection.kind === 'http') {
    const { signingSecret, port } = connection;
    return new HTTPReceiver({
      logger,
      ...installing(parts),
      signingSecret,
      port,
      bodyLimit,
      customPropertiesExtractor: noteSentTime,
      processEventErrorHandler: refuseForeignClock,
    });
  }
  return new SocketModeReceiver({
    logger,
    processEventErrorHandler: keepUnacknowledged,
    appToken: connection.appToken,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: callOptions },
  });
}

/** Not acknowledged, so that Slack delivers the event again; why has been told by then. */
async function keepUnacknowledged(): Promise<boolean> {
  return false;
}

/** The same; what bears a time that cannot be Slack's is refused as a forgery is. */
async function refuseForeignClock({ error, response }: ReceiverProcessEventErrorHandlerArgs): Promise<boolean> {
  if (error instanceof ForeignClockError) response.writeHead(401).end();
  return false;
}

/** Bolt's own installation pages, `/slack/install` and `/slack/oauth_redirect`, where several workspaces may install. */
function installing({ settings: { identity, apiUrl, canLookBack }, callOptions, installationStore }: ReceiverParts) {
  if (identity.kind !== 'many-workspaces' || installationStore === undefined) return {};
  const { clientId, clientSecret, stateSecret } = identity;
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...listNeededScopes(canLookBack)],
    installationStore,
    installerOptions: {
      directInstall: true,
      callbackOptions: { failure: showInstallFailure },
      clientOptions: callOptions,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    },
  };
}
