import type { Server } from 'node:http';
import { App, type Authorize, type HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { HearingParts, Offers, PlatformConnection } from '#platforms/chat-platform.ts';
import { composeSlackCallOptions } from '#platforms/slack/calling/call-options.ts';
import { checkSlackAccess, explainSocketFailure, scopeRemedy } from '#platforms/slack/calling/check-access.ts';
import type { SlackClientParts } from '#platforms/slack/calling/clients.ts';
import { createInstallationStore, resealInstallations } from '#platforms/slack/calling/installation-store.ts';
import { createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { agentScope, purposeOfScope } from '#platforms/slack/calling/scopes.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import { answerBeforeAck } from '#platforms/slack/talking/answer-before-ack.ts';
import type { SlackDesk } from '#platforms/slack/talking/desk.ts';
import { createSlackSending } from '#platforms/slack/talking/sending.ts';
import { EventBusyError } from '#traffic/answer-once.ts';
import { createInFlight } from '#traffic/in-flight.ts';
import type { SendQueue } from '#traffic/send-queue.ts';
import { createTurns } from '#traffic/turns.ts';
import { listenForButtons } from './buttons.ts';
import { createSlackReceiver } from './create-receiver.ts';
import { listenForHome } from './home.ts';
import { listenForMessages } from './messages.ts';
import { listenForShortcuts } from './shortcuts.ts';
import { listenForSlashCommands } from './slash-commands.ts';
import { keepSocketConnected } from './socket-connection.ts';
import { listenForTheUnknown } from './the-unknown.ts';
import { listenForRemoval, listenForUninstalls } from './uninstalls.ts';

/** All that Slack's adapter works with. */
export interface SlackParts
  extends Omit<SlackDesk, 'sendInTurn' | 'onTokenRefused'>,
    Pick<Tools, 'metrics' | 'random'>,
    Pick<HearingParts, 'trace'>,
    Pick<Offers, 'getHome'>,
    Pick<SlackClientParts, 'settings' | 'workspaces'> {
  /** The lines before channels, shared with whatever else posts in them. */
  readonly sendQueue: SendQueue;
}

/** Questions to Slack that change nothing may be repeated: about a minute in all. */
const someRetries = { retries: 6, factor: 2, minTimeout: 500, maxTimeout: 20_000, randomize: true } as const;
/** Slack sends a request at once and whole; whoever does not is not Slack. */
const httpPatience = { requestTimeout: 10_000, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 };
const CLOSE_IDLE_EVERY_MS = 20;
/** Some hundred a second, as Slack takes a post in a fifth of one; beyond that a post would wait longer than its timeout. */
const ANSWERS_AT_ONCE = 64;
/** What waits in a channel's line when the bot is told to stop may still leave for so long. */
const LAST_SENDS_MS = 8_000;

/**
 * Connects to Slack and answers whatever is asked there.
 *
 * @throws AccessError when Slack refuses a token, with the setting's name and the remedy.
 * @throws DeliveryError when Slack cannot be reached at the first try.
 */
export async function connectSlack(parts: SlackParts): Promise<PlatformConnection> {
  const { settings, workspaces, log, now, metrics, trace, random, sendQueue } = parts;
  const { identity, connection, apiUrl, canLookBack } = settings;
  const logger = createSlackLogger(log);
  const callOptions = composeSlackCallOptions(apiUrl, logger);
  const installationStore = workspaces && createInstallationStore(workspaces.installations, workspaces.sealer, now);
  const receiver = createSlackReceiver({ settings, callOptions, logger, installationStore });
  const inFlight = createInFlight();
  const app = new App({
    receiver: answerBeforeAck(receiver, { log, trace, now }),
    authorize: await createAuthorize(),
    logger,
    clientOptions: callOptions,
    convoStore: false,
  });
  let isStopping = false;
  app.use(async ({ next }) => {
    // Not acknowledged: Slack tells the person, or delivers it again, to whoever runs then.
    if (isStopping) throw new EventBusyError('The bot is stopping.');
    return inFlight.during(next);
  });
  // Whoever delivered the event must learn that it was not answered.
  app.error(async (error) => {
    throw error;
  });
  const refusal = Promise.withResolvers<Error>();
  const sending = createSlackSending({ sendQueue, wait: parts.wait, atOnce: ANSWERS_AT_ONCE });
  const desk: SlackDesk = {
    ...parts,
    takeTurn: createTurns(ANSWERS_AT_ONCE),
    wait: sending.wait,
    sendInTurn: sending.sendInTurn,
    // Each workspace has a token of its own: that of one says nothing of the others.
    onTokenRefused: () =>
      identity.kind === 'one-workspace' && refusal.resolve(new Error('Slack refuses the bot token.')),
  };
  listenForMessages(app, desk);
  listenForSlashCommands(app, desk);
  listenForButtons(app, desk);
  listenForShortcuts(app, desk);
  listenForHome(app, desk, parts.getHome);
  listenForTheUnknown(app, log);
  if (installationStore) listenForUninstalls(app, { store: installationStore, callOptions, log });
  else listenForRemoval(app, desk.onTokenRefused, log);
  return receiver instanceof SocketModeReceiver ? connectSocket(receiver) : listenOnPort(receiver);

  /** Resolves when what was heard has been answered, or there is no time left to. */
  async function finishAnswers(): Promise<void> {
    isStopping = true;
    const lastMoment = setTimeout(sending.giveUp, LAST_SENDS_MS);
    await inFlight.settled();
    clearTimeout(lastMoment);
  }

  async function createAuthorize(): Promise<Authorize<boolean>> {
    if (identity.kind === 'many-workspaces') {
      const { installer } = receiver;
      if (installer === undefined)
        throw new Error('Several workspaces need a place where their installations are kept.');
      await sealAnew();
      return (source) => installer.authorize(source);
    }
    const { botToken } = identity;
    const reader = new WebClient(botToken, { ...callOptions, retryConfig: someRetries, rejectRateLimitedCalls: false });
    const { missingScopes, identity: self } = await checkSlackAccess(reader, canLookBack);
    const { botId, botUserId, teamId, teamName } = self;
    log.info('Slack knows the bot.', { teamId, teamName });
    for (const scope of missingScopes) {
      const purpose = purposeOfScope(scope);
      const tell = scope === agentScope ? log.info : log.warn;
      tell('Slack has not granted a scope.', { scope, purpose, remedy: scopeRemedy });
    }
    return async () => ({ botToken, botId, botUserId });
  }

  async function sealAnew(): Promise<void> {
    if (workspaces === undefined) return;
    try {
      const { sealed, failed } = await resealInstallations(workspaces.installations, workspaces.sealer);
      log.info('The stored tokens are sealed with the first SECRET_KEY.', { workspaces: sealed });
      // The other workspaces are served all the same.
      for (const { workspaceId: teamId, error } of failed) {
        log.error('The stored tokens of a workspace could not be sealed anew.', { teamId, error });
      }
    } catch (error) {
      log.error('Stored tokens could not be sealed anew.', { error });
    }
  }

  async function connectSocket({ client }: SocketModeReceiver): Promise<PlatformConnection> {
    try {
      const onReconnect = () => metrics.countReconnect('slack');
      const socket = await keepSocketConnected(client, { log, random, onReconnect });
      log.info('Connected to Slack by Socket Mode.');
      return {
        isConnected: socket.isConnected,
        whenOver: Promise.race([socket.whenOver, refusal.promise]),
        async stop() {
          await finishAnswers();
          await socket.stop();
        },
      };
    } catch (error) {
      throw explainSocketFailure(error);
    }
  }

  async function listenOnPort(httpReceiver: HTTPReceiver): Promise<PlatformConnection> {
    const { port } = connection as Extract<SlackSettings['connection'], { kind: 'http' }>;
    const server: Server = await httpReceiver.start({ port }, httpPatience).catch((error: unknown) => {
      throw explainPort(error, port);
    });
    log.info('Listening for Slack.', { port, path: '/slack/events' });
    return {
      isConnected: () => server.listening,
      whenOver: refusal.promise,
      async stop() {
        const closed = httpReceiver.stop();
        await finishAnswers();
        // Slack keeps its connections open between requests: each is closed as soon as its last request is answered.
        const closing = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
        await closed.finally(() => clearInterval(closing));
      },
    };
  }
}

function explainPort(cause: unknown, port: number): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    const remedy = 'Stop the program that listens there, or set another port, here and at Slack.';
    return new AccessError(`SLACK_PORT: port ${port} is taken. ${remedy}`, { cause });
  }
  if (code !== 'EACCES') return cause;
  return new AccessError(`SLACK_PORT: port ${port} may not be used by this user. Set one above 1023.`, { cause });
}
