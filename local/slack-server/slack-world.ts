/** What may be set up before the first call; everything has a default. */
export interface WorldOptions {
  readonly workspaces?: readonly WorkspaceOptions[];
  readonly app?: Partial<AppOptions>;
}

export interface WorkspaceOptions {
  readonly id: string;
  readonly name?: string;
  readonly botToken?: string;
  /** Granted scopes of the bot token. */
  readonly scopes?: readonly string[];
  readonly channels?: readonly ChannelOptions[];
  readonly people?: readonly PersonOptions[];
  /** Without an installation the token is unknown until OAuth hands it out. Default: installed. */
  readonly isInstalled?: boolean;
}

export interface ChannelOptions {
  readonly id: string;
  readonly name?: string;
  readonly kind?: 'public' | 'private';
  readonly isArchived?: boolean;
  /** Default: the bot has been invited. */
  readonly hasBot?: boolean;
  /** Ids of the people in it. Default: everybody. */
  readonly people?: readonly string[];
}

export interface PersonOptions {
  readonly id: string;
  readonly name?: string;
}

export interface AppOptions {
  readonly id: string;
  readonly name: string;
  readonly appToken: string;
  readonly appTokenScopes: readonly string[];
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  /** Where OAuth may send the browser back to; any address while the list is empty. */
  readonly redirectUrls: string[];
  /** Bot events that the app subscribes to. */
  readonly events: readonly string[];
  readonly hasHomeTab: boolean;
  /** Which AI pane the manifest declares. */
  readonly pane: 'agent' | 'assistant' | 'none';
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  isArchived: boolean;
  /** User ids, the bot's among them when it has been invited. */
  readonly members: Set<string>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Their direct-message channel with the bot. */
  readonly dm: string;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly botToken: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly scopes: Set<string>;
  isInstalled: boolean;
  readonly channels: Map<string, Channel>;
  readonly people: Map<string, Person>;
}

/** A token that Slack knows; `workspace` is absent for app-level tokens. */
export interface Token {
  readonly kind: 'bot' | 'app';
  readonly workspace?: Workspace;
  /** Anything but `live` is the error that calls with it answer. */
  state: 'live' | 'token_revoked' | 'account_inactive' | 'token_expired' | 'invalid_auth';
}

export interface SlackWorld {
  readonly app: AppOptions;
  readonly workspaces: Map<string, Workspace>;
  readonly tokens: Map<string, Token>;
}

const usualScopes = ['commands', 'app_mentions:read', 'chat:write', 'im:history', 'assistant:write'];
const usualApp: AppOptions = {
  id: 'A0LOCALAPP',
  name: 'works-on-arm',
  appToken: 'xapp-1-A0LOCALAPP-1-local',
  appTokenScopes: ['connections:write'],
  clientId: '1111.2222',
  clientSecret: 'local-client-secret',
  signingSecret: 'local-signing-secret',
  verificationToken: 'local-verification-token',
  redirectUrls: [],
  events: [
    'app_mention',
    'message.im',
    'app_home_opened',
    'app_context_changed',
    'assistant_thread_started',
    'assistant_thread_context_changed',
    'app_uninstalled',
    'tokens_revoked',
  ],
  hasHomeTab: true,
  pane: 'agent',
};

/** Builds the workspaces, their channels, people and tokens. The default is one workspace with two people and one channel. */
export function buildWorld(options: WorldOptions): SlackWorld {
  const app = { ...usualApp, redirectUrls: [], ...options.app };
  const workspaces = (options.workspaces ?? [{ id: 'T0LOCAL' }]).map(buildWorkspace);
  const tokens = new Map<string, Token>([[app.appToken, { kind: 'app', state: 'live' }]]);
  for (const workspace of workspaces) {
    if (workspace.isInstalled) tokens.set(workspace.botToken, { kind: 'bot', workspace, state: 'live' });
  }
  return { app, tokens, workspaces: new Map(workspaces.map((workspace) => [workspace.id, workspace])) };
}

function buildWorkspace(options: WorkspaceOptions): Workspace {
  const key = options.id.slice(1);
  const botUserId = `UBOT${key}`;
  const people = (
    options.people ?? [
      { id: 'U0ANN', name: 'ann' },
      { id: 'U0BEN', name: 'ben' },
    ]
  ).map(({ id, name }) => ({
    id,
    name: name ?? id.toLowerCase(),
    dm: `D${key}${id.slice(1)}`,
  }));
  const everybody = people.map(({ id }) => id);
  const channels = (options.channels ?? [{ id: 'C0GENERAL', name: 'general' }]).map(
    ({ id, name, kind = 'public', isArchived = false, hasBot = true, people: members = everybody }): Channel => ({
      id,
      name: name ?? id.toLowerCase(),
      kind,
      isArchived,
      members: new Set([...members, ...(hasBot ? [botUserId] : [])]),
    }),
  );
  const dms = people.map(
    ({ id, dm }): Channel => ({
      id: dm,
      name: 'directmessage',
      kind: 'im',
      isArchived: false,
      members: new Set([id, botUserId]),
    }),
  );
  return {
    id: options.id,
    name: options.name ?? `Workspace ${options.id}`,
    domain: options.id.toLowerCase(),
    botToken: options.botToken ?? `xoxb-${options.id}-local`,
    botUserId,
    botId: `BBOT${key}`,
    scopes: new Set(options.scopes ?? usualScopes),
    isInstalled: options.isInstalled ?? true,
    channels: new Map([...channels, ...dms].map((channel) => [channel.id, channel])),
    people: new Map(people.map((person) => [person.id, person])),
  };
}
