import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type DeliveryTimes, slacksOwnTimes } from './delivery.ts';
import { dispatchEvent } from './dispatch-event.ts';
import { HttpSender } from './http-sender.ts';
import type { StoredMessage } from './message-store.ts';
import { authorize, type Consent } from './oauth-methods.ts';
import { actAs, type PersonActions } from './person-actions.ts';
import { type Posted, type PostOptions, postMessage } from './person-posts.ts';
import type { RecordedCall, RecordedDelivery } from './server-log.ts';
import { buildState, type SlackState, type StateOptions } from './slack-state.ts';
import type { AppOptions, Token, Workspace } from './slack-world.ts';
import { SocketHub, type SocketOptions } from './socket-hub.ts';
import { answerResponseUrl } from './use-response-url.ts';
import type { StoredView } from './view-store.ts';
import { answerApiCall } from './web-api.ts';

export interface SlackServerOptions extends StateOptions {
  readonly socket?: Partial<SocketOptions>;
  readonly http?: Partial<DeliveryTimes>;
}

/** A running local Slack: what the app connects to, what people do there, and what came of it. */
export interface SlackServer {
  /** For the SDK's `slackApiUrl`. */
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  readonly app: AppOptions;
  /** The first workspace, which most tests need only. */
  readonly workspace: Workspace;
  readonly botToken: string;
  /** For what has no name of its own here. */
  readonly state: SlackState;
  readonly sockets: SocketHub;
  readonly http: HttpSender;
  readonly faults: SlackState['faults'];
  readonly limits: SlackState['limits'];
  readonly calls: readonly RecordedCall[];
  readonly deliveries: readonly RecordedDelivery[];
  /** The deliveries that were acknowledged, with `delayMs`. */
  readonly acks: readonly RecordedDelivery[];
  /** What the app did that Slack would swallow silently. */
  readonly problems: readonly string[];
  readonly waitFor: <T>(predicate: () => T, timeoutMs?: number) => Promise<NonNullable<T>>;
  /** Calls back after every change, until the returned function is called. */
  readonly watch: (onChange: () => void) => () => void;
  readonly messages: (channel: string) => readonly StoredMessage[];
  readonly views: (user?: string) => readonly StoredView[];
  readonly home: (user: string, team?: string) => StoredView | undefined;
  readonly modal: (user: string, team?: string) => StoredView | undefined;
  readonly person: (id: string, team?: string) => PersonActions;
  /** Another app's bot writes. `isLegacy`: as old integrations do, with the subtype bot_message. */
  readonly postAsOtherBot: (
    channel: string,
    typed: string,
    options?: PostOptions & { isLegacy?: boolean; team?: string },
  ) => Posted;
  /** From now on over HTTP to this address; without one over Socket Mode. */
  readonly deliverTo: (url: string | undefined) => void;
  readonly setTokenState: (token: string, state: Token['state']) => void;
  /** What the person in the browser decides on Slack's page, from now on. */
  readonly setConsent: (consent: Partial<Consent>) => void;
  /** An owner removes the app: it is told, and its token is dead. */
  readonly uninstall: (team?: string) => void;
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Starts a local Slack on a free port of 127.0.0.1. */
export async function startSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const state = buildState(options);
  const sockets = new SocketHub(state, {
    ...slacksOwnTimes,
    pingEveryMs: 10_000,
    withoutConnection: 'retry',
    ...options.socket,
  });
  const http = new HttpSender(state, { ...slacksOwnTimes, ...options.http });
  const first = [...state.world.workspaces.values()][0];
  if (first === undefined) throw new Error('a local Slack needs a workspace');
  let consent: Consent = { team: first.id, userId: [...first.people.keys()][0] ?? 'U0OWNER', isGranted: true };
  state.openSocketUrl = () => sockets.openUrl();
  state.deliver = (delivery) => (http.url === undefined ? sockets : http).deliver(delivery);

  const server = createServer((request, response) => {
    answer(state, consent, request, response).catch((error: unknown) => {
      if (request.errored) return;
      // A fault of this server must not look like one of Slack's.
      state.log.addProblem(
        `the local Slack failed at ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      response.destroy();
    });
  });
  // As the balancers before such services do; a client that was busy for seconds must not meet a closed connection.
  server.keepAliveTimeout = 65_000;
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the local Slack got no port');
  state.origin = `http://127.0.0.1:${address.port}`;

  const getTeam = (team = first.id): Workspace => {
    const workspace = state.world.workspaces.get(team);
    if (workspace === undefined) throw new Error(`there is no workspace ${team}`);
    return workspace;
  };
  const close = async () => {
    http.close();
    await sockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    apiUrl: `${state.origin}/api/`,
    authorizeUrl: `${state.origin}/oauth/v2/authorize`,
    app: state.world.app,
    workspace: first,
    botToken: first.botToken,
    state,
    sockets,
    http,
    faults: state.faults,
    limits: state.limits,
    calls: state.log.calls,
    deliveries: state.log.deliveries,
    get acks() {
      return state.log.acks;
    },
    problems: state.log.problems,
    waitFor: (predicate, timeoutMs) => state.log.waitFor(predicate, timeoutMs),
    watch: (onChange) => state.log.watch(onChange),
    messages: (channel) => state.messages.list(channel),
    views: (user) => state.views.list(user),
    home: (user, team) => state.views.findHome(getTeam(team).id, user),
    modal: (user, team) => state.views.findOpenModal(getTeam(team).id, user),
    person: (id, team) => actAs(state, getTeam(team), id),
    postAsOtherBot(channelId, typed, { isLegacy = false, team, ...more } = {}) {
      const channel = getTeam(team).channels.get(channelId);
      if (channel === undefined) throw new Error(`there is no channel ${channelId}`);
      const author = { user: 'U0OTHERBOT', bot: { id: 'B0OTHERBOT', appId: 'A0OTHERAPP', isLegacy } };
      return postMessage(state, getTeam(team), author, { channel, typed, ...more });
    },
    deliverTo(url) {
      http.url = url;
    },
    setTokenState(token, to) {
      const known = state.world.tokens.get(token);
      if (known === undefined) throw new Error('there is no such token');
      known.state = to;
    },
    setConsent(change) {
      consent = { ...consent, ...change };
    },
    uninstall: (team) => uninstall(state, getTeam(team)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function answer(
  state: SlackState,
  consent: Consent,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', state.origin);
  if (url.pathname.startsWith('/api/'))
    return answerApiCall(state, url.pathname.slice('/api/'.length), request, response);
  if (url.pathname.startsWith('/response/')) return answerResponseUrl(state, url.pathname, request, response);
  if (url.pathname === '/oauth/v2/authorize' && request.method === 'GET') {
    const result = authorize(state, url.searchParams, consent);
    if ('location' in result) response.writeHead(302, { location: result.location }).end();
    else response.writeHead(400, { 'content-type': 'text/plain' }).end(result.error);
    return;
  }
  response.writeHead(404).end();
}

function uninstall(state: SlackState, workspace: Workspace): void {
  dispatchEvent(state, workspace, { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.botUserId] } });
  dispatchEvent(state, workspace, { type: 'app_uninstalled' });
  workspace.isInstalled = false;
  const token = state.world.tokens.get(workspace.botToken);
  if (token !== undefined) token.state = 'account_inactive';
}
