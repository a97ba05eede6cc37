import * as v from 'valibot';
import { type Checked, checkSettings, type ReadSetting } from '#settings/check-settings.ts';
import { anyText, apiAddressSchema, listSchema, portSchema, quoteValue } from '#settings/setting-schemas.ts';

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

const tokensPage = 'api.slack.com/apps, your app';
const kindsOfToken = {
  SLACK_BOT_TOKEN: { prefix: 'xoxb-', place: `"OAuth & Permissions" (${tokensPage})` },
  SLACK_APP_TOKEN: { prefix: 'xapp-', place: `"Basic Information", "App-Level Tokens" (${tokensPage})` },
} as const;
const onBasicInformation = `It stands under "Basic Information" (${tokensPage}).`;
const whereToFind = {
  SLACK_CLIENT_ID: onBasicInformation,
  SLACK_CLIENT_SECRET: onBasicInformation,
  SLACK_SIGNING_SECRET: onBasicInformation,
  SLACK_STATE_SECRET: 'Any long random text will do: "openssl rand -hex 32" makes one.',
  SLACK_PORT: 'Give the port on which Slack reaches this machine, such as 3000.',
};

const copiedSecret = { isSecret: true, origin: 'copied' } as const;

/** Slack's settings as data. */
export const slackSettings = {
  SLACK_BOT_TOKEN: { ...copiedSecret, schema: tokenSchema('SLACK_BOT_TOKEN') },
  SLACK_APP_TOKEN: { ...copiedSecret, schema: tokenSchema('SLACK_APP_TOKEN') },
  SLACK_SIGNING_SECRET: { ...copiedSecret, ...anyText },
  SLACK_CLIENT_ID: { origin: 'copied', ...anyText },
  SLACK_CLIENT_SECRET: { ...copiedSecret, ...anyText },
  SLACK_STATE_SECRET: { isSecret: true, origin: 'invented', ...anyText },
  SLACK_PORT: { isPort: true, schema: portSchema },
  SLACK_API_URL: {
    schema: v.pipe(
      apiAddressSchema('https://slack.com/api/', 'Slack'),
      v.transform((url) => (url.endsWith('/') ? url : `${url}/`)),
    ),
  },
  SLACK_LOOK_BACK: {
    schema: v.pipe(
      v.optional(v.picklist(['on', 'off'], '"on" or "off" is expected.'), 'off'),
      v.transform((value) => value === 'on'),
    ),
  },
  SLACK_MANAGERS: {
    schema: v.optional(
      v.pipe(
        listSchema,
        v.check((ids) => ids.every(isPersonId), explainPeople),
        v.transform((ids) => (ids.length === 0 ? undefined : new Set(ids))),
      ),
    ),
  },
} as const;

/** Checks all of Slack's settings at once, and whether they go together. */
export function checkSlackSettings(readSetting: ReadSetting): Checked<SlackSettings> {
  const { values, problems } = checkSettings(slackSettings, readSetting);
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  const { SLACK_PORT: port, SLACK_API_URL: apiUrl, SLACK_LOOK_BACK: canLookBack, SLACK_MANAGERS: managerIds } = values;
  const hasMany = [clientId, clientSecret, stateSecret].some(Boolean);
  const isAnySet = hasMany || [botToken, appToken, signingSecret].some(Boolean);
  if (!isAnySet && problems.length === 0) return { settings: undefined, problems };

  if (hasMany) problems.push(...explainMany());
  else if (problems.length === 0) problems.push(...explainOne());
  const identity = findIdentity();
  const connection = findConnection();
  const isSound = identity && connection && apiUrl && canLookBack !== undefined;
  if (problems.length > 0 || !isSound) return { settings: undefined, problems };
  return { settings: { identity, connection, apiUrl, canLookBack, ...(managerIds && { managerIds }) }, problems };

  function findIdentity(): SlackSettings['identity'] | undefined {
    if (!hasMany) return botToken ? { kind: 'one-workspace', botToken } : undefined;
    if (!clientId || !clientSecret || !stateSecret) return undefined;
    return { kind: 'many-workspaces', clientId, clientSecret, stateSecret };
  }

  /** Whoever installs the app opens a page of ours anyway; and Slack lets no app of its directory use Socket Mode. */
  function findConnection(): SlackSettings['connection'] | undefined {
    if (appToken && !hasMany) return { kind: 'socket', appToken };
    return signingSecret && port ? { kind: 'http', signingSecret, port } : undefined;
  }

  function explainOne(): string[] {
    if (!botToken) return [`SLACK_BOT_TOKEN: it is not set. Copy it from ${kindsOfToken.SLACK_BOT_TOKEN.place}.`];
    if (appToken || (signingSecret && port)) return [];
    if (signingSecret) return [`SLACK_PORT: it is not set. ${whereToFind.SLACK_PORT}`];
    if (port) return [`SLACK_SIGNING_SECRET: it is not set, and SLACK_PORT is. ${whereToFind.SLACK_SIGNING_SECRET}`];
    return [
      `SLACK_APP_TOKEN: it is not set. Make one with the scope connections:write under ${kindsOfToken.SLACK_APP_TOKEN.place}; ` +
        'or set SLACK_SIGNING_SECRET and SLACK_PORT, if Slack can reach this machine.',
    ];
  }

  function explainMany(): string[] {
    const needed = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_PORT'] as const;
    // What is set and wrong has been told by now.
    const isTold = (name: string) => problems.some((problem) => problem.startsWith(`${name}: `));
    const missing = needed.filter((name) => values[name] === undefined && !isTold(name));
    const sentences = [
      botToken &&
        'SLACK_BOT_TOKEN: several workspaces bring a token each (SLACK_CLIENT_ID is set). Unset one of the two.',
      ...missing.map(
        (name) => `${name}: it is not set, and installing in several workspaces needs it. ${whereToFind[name]}`,
      ),
      !readSetting('SECRET_KEY') &&
        'SECRET_KEY: it is not set, and the tokens of several workspaces are stored encrypted only. Make one with "openssl rand -hex 32".',
      appToken &&
        'SLACK_APP_TOKEN: several workspaces are served by HTTP only (SLACK_CLIENT_ID is set). Unset one of the two.',
      !signingSecret &&
        `SLACK_SIGNING_SECRET: it is not set, and several workspaces are served by HTTP. ${whereToFind.SLACK_SIGNING_SECRET}`,
    ];
    return sentences.flatMap((sentence) => sentence || []);
  }
}

function tokenSchema(name: keyof typeof kindsOfToken) {
  const { prefix, place } = kindsOfToken[name];
  return v.optional(
    v.pipe(
      v.string(),
      v.startsWith(prefix, ({ input }) => {
        const other = Object.entries(kindsOfToken).find(([, kind]) => input.startsWith(kind.prefix));
        return other === undefined
          ? `a token that begins with "${prefix}" is expected. Copy it from ${place}.`
          : `this is the value of ${other[0]}; perhaps the two tokens are swapped. This one begins with "${prefix}" and stands under ${place}.`;
      }),
    ),
  );
}

function isPersonId(id: string): boolean {
  return /^[UW][A-Z0-9]{5,}$/.test(id);
}

function explainPeople({ input }: { readonly input: readonly string[] }): string {
  const wrong = input.find((id) => !isPersonId(id)) ?? '';
  return (
    `ids of people with commas between them are expected, such as U012AB3CD, found ${quoteValue(wrong)}. ` +
    'In Slack, "Copy member ID" in the menu of a profile gives one.'
  );
}
