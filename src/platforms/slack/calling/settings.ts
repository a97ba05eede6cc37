/** How the bot reaches Slack, checked. */
export interface SlackSettings {
  readonly connection:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
  readonly identity:
    | { readonly kind: 'one-workspace'; readonly botToken: string }
    | {
        readonly kind: 'many-workspaces';
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
      };
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** Whether channels may be looked into for a post that may have been sent; it needs more scopes. */
  readonly canLookBack: boolean;
  /** Ids of the people who may decide for channels; everybody in a channel when it is undefined. */
  readonly managerIds?: ReadonlySet<string>;
}

/** Slack's settings, or undefined when none is set; every problem is a sentence with the setting's name and the remedy. */
export interface SlackSettingsResult {
  readonly settings: SlackSettings | undefined;
  readonly problems: readonly string[];
}

/** Gives a setting's value; undefined when it is not set or empty. */
type ReadSetting = (name: string) => string | undefined;

const tokensPage = 'api.slack.com/apps, your app';
const kindsOfToken = {
  SLACK_BOT_TOKEN: { prefix: 'xoxb-', place: `"OAuth & Permissions" (${tokensPage})` },
  SLACK_APP_TOKEN: { prefix: 'xapp-', place: `"Basic Information", "App-Level Tokens" (${tokensPage})` },
} as const;

/** Checks all of Slack's settings at once. */
export function checkSlackSettings(readSetting: ReadSetting): SlackSettingsResult {
  const problems: string[] = [];
  const botToken = readToken('SLACK_BOT_TOKEN');
  const appToken = readToken('SLACK_APP_TOKEN');
  const signingSecret = readSetting('SLACK_SIGNING_SECRET');
  const clientId = readSetting('SLACK_CLIENT_ID');
  const clientSecret = readSetting('SLACK_CLIENT_SECRET');
  const stateSecret = readSetting('SLACK_STATE_SECRET');
  const port = readPort('SLACK_PORT');
  const apiUrl = readUrl('SLACK_API_URL') ?? 'https://slack.com/api/';
  const canLookBack = readLookBack(readSetting, problems);
  const managerIds = readPeople('SLACK_MANAGERS');
  const isAnySet = [botToken, appToken, signingSecret, clientId, clientSecret, stateSecret].some(Boolean);
  if (!isAnySet && problems.length === 0) return { settings: undefined, problems };

  const identity = findIdentity();
  const connection = findConnection();
  if (problems.length > 0 || !identity || !connection) return { settings: undefined, problems };
  return { settings: { identity, connection, apiUrl, canLookBack, ...(managerIds && { managerIds }) }, problems };

  function findIdentity(): SlackSettings['identity'] | undefined {
    if (!clientId && !clientSecret && !stateSecret) {
      if (botToken) return { kind: 'one-workspace', botToken };
      if (problems.length === 0)
        problems.push(`SLACK_BOT_TOKEN: it is not set. Copy it from ${kindsOfToken.SLACK_BOT_TOKEN.place}.`);
      return undefined;
    }
    const missing = Object.entries({
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_STATE_SECRET: stateSecret,
      SLACK_PORT: port,
    })
      .filter(([, value]) => value === undefined)
      .map(([name]) => name);
    if (botToken)
      problems.push(
        'SLACK_BOT_TOKEN: several workspaces bring a token each (SLACK_CLIENT_ID is set). Unset one of the two.',
      );
    for (const name of missing)
      problems.push(`${name}: it is not set, and installing in several workspaces needs it. ${whereToFind[name]}`);
    if (!readSetting('SECRET_KEY')) {
      problems.push(
        'SECRET_KEY: it is not set, and the tokens of several workspaces are stored encrypted only. Make one with "openssl rand -hex 32".',
      );
    }
    if (!clientId || !clientSecret || !stateSecret) return undefined;
    return { kind: 'many-workspaces', clientId, clientSecret, stateSecret };
  }

  function findConnection(): SlackSettings['connection'] | undefined {
    if (clientId || clientSecret || stateSecret) return findConnectionOfMany();
    if (appToken) return { kind: 'socket', appToken };
    if (signingSecret && port) return { kind: 'http', signingSecret, port };
    if (signingSecret) {
      if (!readSetting('SLACK_PORT')) problems.push(`SLACK_PORT: it is not set. ${whereToFind.SLACK_PORT}`);
    } else if (problems.length === 0) {
      problems.push(
        `SLACK_APP_TOKEN: it is not set. Make one with the scope connections:write under ${kindsOfToken.SLACK_APP_TOKEN.place}; ` +
          'or set SLACK_SIGNING_SECRET and SLACK_PORT, if Slack can reach this machine.',
      );
    }
    return undefined;
  }

  /** Whoever installs the app opens a page of ours anyway; and Slack lets no app of its directory use Socket Mode. */
  function findConnectionOfMany(): SlackSettings['connection'] | undefined {
    if (appToken)
      problems.push(
        'SLACK_APP_TOKEN: several workspaces are served by HTTP only (SLACK_CLIENT_ID is set). Unset one of the two.',
      );
    if (!signingSecret)
      problems.push(
        `SLACK_SIGNING_SECRET: it is not set, and several workspaces are served by HTTP. ${whereToFind.SLACK_SIGNING_SECRET}`,
      );
    return signingSecret && port ? { kind: 'http', signingSecret, port } : undefined;
  }

  function readToken(name: keyof typeof kindsOfToken): string | undefined {
    const value = readSetting(name);
    const { prefix, place } = kindsOfToken[name];
    if (value === undefined || value.startsWith(prefix)) return value;
    const other = Object.entries(kindsOfToken).find(([, kind]) => value.startsWith(kind.prefix));
    problems.push(
      other === undefined
        ? `${name}: a token that begins with "${prefix}" is expected. Copy it from ${place}.`
        : `${name}: this is the value of ${other[0]}; the two tokens are swapped. This one begins with "${prefix}" and stands under ${place}.`,
    );
    return undefined;
  }

  function readPort(name: string): number | undefined {
    const value = readSetting(name);
    if (value === undefined) return undefined;
    if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535) return Number(value);
    problems.push(`${name}: a port between 1 and 65535 is expected, found "${value.slice(0, 20)}".`);
    return undefined;
  }

  function readPeople(name: string): ReadonlySet<string> | undefined {
    const ids = readSetting(name)
      ?.split(',')
      .map((id) => id.trim())
      .filter(Boolean);
    if (ids === undefined || ids.length === 0) return undefined;
    const wrong = ids.find((id) => !/^[UW][A-Z0-9]{5,}$/.test(id));
    if (wrong === undefined) return new Set(ids);
    problems.push(
      `${name}: ids of people with commas between them are expected, such as U012AB3CD, found "${wrong.slice(0, 20)}". ` +
        'In Slack, "Copy member ID" in the menu of a profile gives one.',
    );
    return undefined;
  }

  function readUrl(name: string): string | undefined {
    const value = readSetting(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))
      return value.endsWith('/') ? value : `${value}/`;
    problems.push(`${name}: an address that begins with https:// is expected. Leave it out for Slack itself.`);
    return undefined;
  }
}

/** Whether `SLACK_LOOK_BACK` is on; a value that says neither is a problem. */
export function readLookBack(readSetting: ReadSetting, problems: string[]): boolean {
  const value = readSetting('SLACK_LOOK_BACK') ?? 'off';
  if (value !== 'on' && value !== 'off') problems.push('SLACK_LOOK_BACK: "on" or "off" is expected.');
  return value === 'on';
}

const whereToFind: Readonly<Record<string, string>> = {
  SLACK_CLIENT_ID: `It stands under "Basic Information" (${tokensPage}).`,
  SLACK_CLIENT_SECRET: `It stands under "Basic Information" (${tokensPage}).`,
  SLACK_SIGNING_SECRET: `It stands under "Basic Information" (${tokensPage}).`,
  SLACK_STATE_SECRET: 'Any long random text will do: "openssl rand -hex 32" makes one.',
  SLACK_PORT: 'Give the port on which Slack reaches this machine, such as 3000.',
};
