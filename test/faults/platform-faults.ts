import { once } from 'node:events';
import { createServer } from 'node:net';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { askDoctor } from '../fixtures/ask-doctor.ts';
import { runHere } from '../fixtures/run-here.ts';
import { type FaultCase, readLog, readRefusal } from './fault-case.ts';

/** What connects a bot to a local Slack. */
export function slackSettings(server: SlackServer): Record<string, string> {
  return { SLACK_BOT_TOKEN: server.botToken, SLACK_APP_TOKEN: server.app.appToken, SLACK_API_URL: server.apiUrl };
}

/** What connects a bot to a local Discord. */
export function discordSettings(server: DiscordServer): Record<string, string> {
  return { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl };
}

/** A name that no resolver knows (RFC 6761). */
const nowhere = 'nowhere.invalid';
const unknownToken = 'MTAxMDEwMTAxMDEwMTAxMDEw.GabcdE.abcdefghijklmnopqrstuvwxyz_ABCDEF01';
const question = 'does the pi run on armv6?';

async function withSlack(folder: string, change: (server: SlackServer) => void, more: Record<string, string> = {}) {
  await using server = await startSlackServer();
  change(server);
  return await readRefusal(folder, { ...slackSettings(server), ...more });
}

/** What goes wrong between the bot and Slack. */
export const slackFaults: readonly FaultCase[] = [
  {
    name: 'a bot token that Slack does not know',
    provoke: (folder) => withSlack(folder, () => {}, { SLACK_BOT_TOKEN: 'xoxb-not-known' }),
    what: /Slack does not know the token/,
    where: /"platform":"slack","remedy":"SLACK_BOT_TOKEN: /,
    remedy: /copy SLACK_BOT_TOKEN again from/,
  },
  {
    name: 'a bot token that was revoked',
    provoke: (folder) => withSlack(folder, (server) => server.setTokenState(server.botToken, 'token_revoked')),
    what: /The token was revoked/,
    where: /SLACK_BOT_TOKEN: /,
    remedy: /install the app again and copy SLACK_BOT_TOKEN/,
  },
  {
    name: 'an app that was removed from the workspace',
    provoke: (folder) => withSlack(folder, (server) => server.setTokenState(server.botToken, 'account_inactive')),
    what: /The app was removed from the workspace/,
    where: /SLACK_BOT_TOKEN: /,
    remedy: /install it again and copy SLACK_BOT_TOKEN/,
  },
  {
    name: 'an app token that Slack does not know',
    provoke: (folder) => withSlack(folder, () => {}, { SLACK_APP_TOKEN: 'xapp-not-known' }),
    what: /Slack does not accept it/,
    where: /SLACK_APP_TOKEN: /,
    remedy: /Copy it again from \\"Basic Information\\"/,
  },
  {
    name: 'an app token without its scope',
    async provoke(folder) {
      await using server = await startSlackServer({ app: { appTokenScopes: [] } });
      return (await askDoctor(slackSettings(server), { workingFolder: folder })).output;
    },
    what: /it lacks the scope connections:write/,
    where: /MEND {2}Slack socket: .*\n.*SLACK_APP_TOKEN: /,
    remedy: /Make a new app-level token with it/,
  },
  {
    name: 'a scope that was not granted',
    async provoke(folder) {
      const scopes = ['app_mentions:read', 'chat:write', 'commands', 'assistant:write'];
      await using server = await startSlackServer({ workspaces: [{ id: 'T0LOCAL', scopes }] });
      return (await askDoctor(slackSettings(server), { workingFolder: folder })).output;
    },
    what: /The scope im:history is not granted: without it the bot no longer reads what it is told/,
    where: /MEND {2}Slack scopes: /,
    remedy: /Paste the output of "npm run manifest -- slack" as the app manifest, and install the app again/,
  },
  {
    name: 'an app token revoked while the bot runs',
    async provoke(folder) {
      await using server = await startSlackServer();
      await using program = runHere(['start'], slackSettings(server), folder);
      await program.said(/Connected to Slack/);
      server.setTokenState(server.app.appToken, 'token_revoked');
      server.sockets.drop();
      return await program.said(/refuses the bot/);
    },
    what: /A platform refuses the bot/,
    where: /"platform":"slack","remedy":"SLACK_APP_TOKEN: /,
    remedy: /Copy it again from \\"Basic Information\\"/,
  },
  {
    name: 'names that cannot be resolved, on the way to Slack',
    async provoke(folder) {
      const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
      const environment = { ...tokens, SLACK_API_URL: `https://${nowhere}/api/` };
      return (await askDoctor(environment, { workingFolder: folder })).output;
    },
    what: /Slack could not be asked: Slack cannot be reached/,
    where: /MEND {2}Slack: /,
    remedy: /Check that this machine reaches slack\.com \(or SLACK_API_URL\)/,
  },
  {
    name: 'the port that Slack calls taken by another program',
    async provoke(folder) {
      await using server = await startSlackServer();
      const other = createServer().listen(0);
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      const { SLACK_APP_TOKEN: _, ...settings } = slackSettings(server);
      const byHttp = { SLACK_SIGNING_SECRET: server.app.signingSecret, SLACK_PORT: String(port) };
      try {
        return await readRefusal(folder, { ...settings, ...byHttp });
      } finally {
        other.close();
      }
    },
    what: /port \d+ is taken/,
    where: /SLACK_PORT: /,
    remedy: /Stop the program that listens there, or set another port, here and at Slack/,
  },
  {
    name: 'a question in a channel that is archived before the answer',
    async provoke(folder) {
      await using server = await startSlackServer();
      server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'is_archived' });
      await using program = runHere(['start'], slackSettings(server), folder);
      await program.said(/Connected to Slack/);
      server.person('U0ANN').post('C0GENERAL', `@bot ${question}`);
      return await program.said(/could not be sent/);
    },
    what: /The channel is archived.*An answer could not be sent/,
    where: /"eventKey":"slack:T0LOCAL:/,
    remedy: /unarchive it, or choose another/,
  },
];

/** What goes wrong between the bot and Discord. */
export const discordFaults: readonly FaultCase[] = [
  {
    name: 'a token that Discord does not know',
    async provoke(folder) {
      await using server = await startDiscordServer();
      return await readRefusal(folder, { ...discordSettings(server), DISCORD_TOKEN: unknownToken });
    },
    what: /Discord does not accept it/,
    where: /"platform":"discord","remedy":"DISCORD_TOKEN: /,
    remedy: /Copy it again from \\"Bot\\", \\"Reset Token\\"/,
  },
  {
    name: 'a token that Discord takes back while the bot runs',
    async provoke(folder) {
      await using server = await startDiscordServer();
      await using program = runHere(['start'], discordSettings(server), folder);
      await program.said(/Discord knows the bot/);
      server.gateway.kill(4004);
      return await program.said(/refuses the bot/);
    },
    what: /A platform refuses the bot/,
    where: /DISCORD_TOKEN: /,
    remedy: /Copy it again from/,
  },
  {
    name: 'names that cannot be resolved, on the way to Discord',
    provoke: (folder) =>
      readLog(folder, { DISCORD_TOKEN: unknownToken, DISCORD_API_URL: `https://${nowhere}/api` }, /is not connected/),
    what: /Discord cannot be reached.*A platform is not connected; it is tried again/,
    where: /"platform":"discord"/,
    remedy: /look whether this machine reaches the platform/,
  },
  {
    name: 'a bot that nobody has invited',
    async provoke(folder) {
      await using server = await startDiscordServer({ world: { guilds: [] } });
      return (await askDoctor(discordSettings(server), { workingFolder: folder })).output;
    },
    what: /The bot is in no server/,
    where: /look {2}Discord servers: /,
    remedy: /Whoever manages one opens https:\/\/discord\.com\/\S+client_id=\d+/,
  },
  {
    name: 'a bot that was started too often today',
    async provoke(folder) {
      await using server = await startDiscordServer({ gateway: { sessionStarts: 0 } });
      return (await askDoctor(discordSettings(server), { workingFolder: folder })).output;
    },
    what: /Discord lets the bot connect no more today/,
    where: /MEND {2}Discord gateway: /,
    remedy: /Wait \d+ minutes, and find out what starts the bot again and again/,
  },
  {
    name: 'commands of an earlier version',
    async provoke(folder) {
      await using server = await startDiscordServer();
      return (await askDoctor(discordSettings(server), { workingFolder: folder })).output;
    },
    what: /The commands are not those of this version/,
    where: /look {2}Discord commands: /,
    remedy: /A start of the bot registers them/,
  },
  {
    name: 'commands for a server that the bot is not in',
    async provoke(folder) {
      await using server = await startDiscordServer();
      const environment = { ...discordSettings(server), DISCORD_GUILD_ID: '123456789012345678' };
      return await readLog(folder, environment, /could not be registered/);
    },
    what: /The commands could not be registered/,
    where: /DISCORD_GUILD_ID: /,
    remedy: /invite it with the link|cannot see/,
  },
];
