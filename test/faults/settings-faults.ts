import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examineNode } from '#app/doctor/examine-node.ts';
import { createSealer } from '#app/settings/secret-key.ts';
import { runHere } from '../fixtures/run-here.ts';
import { type FaultCase, readRefusal } from './fault-case.ts';

const slackTokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const refuse = (settings: Record<string, string>) => (folder: string) => readRefusal(folder, settings);

/** Settings that are missing, swapped, mistyped or contradict each other. */
export const settingsFaults: readonly FaultCase[] = [
  {
    name: 'no folder of issues where CONTENT_DIR says',
    provoke: refuse({ CONTENT_DIR: '/no/such/folder' }),
    what: /there is no folder/,
    where: /CONTENT_DIR: .*"\/no\/such\/folder"/,
    remedy: /Give the folder that holds the newsletter's issues/,
  },
  {
    name: 'links that lead to each other instead of a folder of issues',
    async provoke(folder) {
      await symlink('loop', join(folder, 'loop'));
      return await readRefusal(folder, { CONTENT_DIR: join(folder, 'loop') });
    },
    what: /there is no folder/,
    where: /CONTENT_DIR: .*loop"/,
    remedy: /Give the folder/,
  },
  {
    name: 'no platform and no terminal',
    provoke: refuse({}),
    what: /nothing to start/,
    where: /no platform has a token, and there is no terminal/,
    remedy: /Run "npm start" in a terminal, or pipe questions/,
  },
  {
    name: "something else where Slack's bot token should be",
    provoke: refuse({ ...slackTokens, SLACK_BOT_TOKEN: 'my-token' }),
    what: /a token that begins with "xoxb-" is expected/,
    where: /SLACK_BOT_TOKEN: /,
    remedy: /Copy it from "OAuth & Permissions"/,
  },
  {
    name: "Slack's two tokens swapped",
    provoke: refuse({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' }),
    what: /the two tokens are swapped/,
    where: /SLACK_BOT_TOKEN: .*\nSLACK_APP_TOKEN: /,
    remedy: /begins with "xoxb-" and stands under "OAuth & Permissions"/,
  },
  {
    name: "Slack's app token forgotten",
    provoke: refuse({ SLACK_BOT_TOKEN: 'xoxb-1' }),
    what: /it is not set/,
    where: /SLACK_APP_TOKEN: /,
    remedy: /Make one with the scope connections:write under "Basic Information"/,
  },
  {
    name: 'a signing secret without the port that Slack calls',
    provoke: refuse({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'shh-shh' }),
    what: /it is not set/,
    where: /SLACK_PORT: /,
    remedy: /Give the port on which Slack reaches this machine/,
  },
  {
    name: 'several workspaces without a key to encrypt their tokens',
    provoke: refuse({
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'shh-shh',
      SLACK_STATE_SECRET: 'shh-shh',
      SLACK_PORT: '3000',
      SLACK_SIGNING_SECRET: 'shh-shh',
    }),
    what: /the tokens of several workspaces are stored encrypted only/,
    where: /SECRET_KEY: it is not set/,
    remedy: /Make one with "openssl rand -hex 32"/,
  },
  {
    name: "an id where Discord's token should be",
    provoke: refuse({ DISCORD_TOKEN: '123456789012345678' }),
    what: /a bot's token is expected, .* This is an id/,
    where: /DISCORD_TOKEN: /,
    remedy: /Copy it from "Bot", "Reset Token"/,
  },
  {
    name: 'shards that do not exist',
    provoke: refuse({ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '5/4' }),
    what: /is expected/,
    where: /DISCORD_SHARDS: /,
    remedy: /"auto", how many there are \(such as 4\), or the ones of this process/,
  },
  {
    name: 'a kind of database that the bot does not know',
    provoke: refuse({ ...slackTokens, DATABASE_URL: 'mysql://bot:pass-word@db/bot' }),
    what: /begins with neither "sqlite:" nor "postgres:\/\/"/,
    where: /DATABASE_URL/,
    remedy: /Give sqlite:PATH, such as sqlite:data\/bot\.sqlite/,
  },
  {
    name: 'a password with characters that an address cannot hold',
    provoke: refuse({ ...slackTokens, DATABASE_URL: 'postgres://bot:pa#ss@db/bot' }),
    what: /is no valid address/,
    where: /DATABASE_URL/,
    remedy: /percent-encoded \(@ is %40\)/,
  },
  {
    name: 'a key that could be guessed',
    provoke: refuse({ ...slackTokens, SECRET_KEY: 'short' }),
    what: /a key of at least 32 characters is expected/,
    where: /SECRET_KEY: /,
    remedy: /Make one with "openssl rand -hex 32"/,
  },
  {
    name: 'a key taken away while something is sealed with it',
    async provoke() {
      const sealed = createSealer(['a'.repeat(32)]).seal(new Uint8Array(8), 'here');
      try {
        createSealer(['b'.repeat(32)]).open(sealed, 'here');
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error('another key opens it');
    },
    what: /no key of it opens what is stored/,
    where: /SECRET_KEY: /,
    remedy: /Put the key that was used before behind a comma/,
  },
  {
    name: 'a level of the log that does not exist',
    provoke: refuse({ ...slackTokens, LOG_LEVEL: 'loud' }),
    what: /is expected/,
    where: /LOG_LEVEL: /,
    remedy: /one of debug, info, warn, error/,
  },
  {
    name: 'a port that cannot be',
    provoke: refuse({ ...slackTokens, PORT: '80800' }),
    what: /found "80800"/,
    where: /PORT: /,
    remedy: /a port between 1 and 65535 is expected/,
  },
  {
    name: "one port for Slack's events and for health",
    provoke: refuse({ ...slackTokens, PORT: '3000', SLACK_PORT: '3000' }),
    what: /it is the same as SLACK_PORT/,
    where: /^PORT: /m,
    remedy: /Give the health check a port of its own/,
  },
  {
    name: 'a subcommand mistyped',
    async provoke(folder) {
      await using program = runHere(['docter'], {}, folder);
      if ((await program.ended) !== 2) throw new Error('wrong usage is exit code 2');
      return program.text();
    },
    what: /There is no subcommand/,
    where: /"docter"/,
    remedy: /Usage: .*\n[\s\S]*doctor /,
  },
  {
    name: 'a Node that is too old',
    provoke: async () => JSON.stringify(examineNode('v20.20.2')),
    what: /is too old/,
    where: /Node v20\.20\.2/,
    remedy: /Install Node 24 or later/,
  },
  {
    name: 'a .env in which a value is wrong',
    async provoke(folder) {
      await writeFile(join(folder, '.env'), 'LOG_LEVEL=loud\nSLACK_BOT_TOKEN=xoxb-1\nSLACK_APP_TOKEN=xapp-1\n');
      const { readEnvironment } = await import('#app/settings/configuration.ts');
      const { environment } = await readEnvironment(folder);
      const { LOG_LEVEL = '' } = environment;
      return await readRefusal(folder, { ...slackTokens, LOG_LEVEL });
    },
    what: /is expected/,
    where: /LOG_LEVEL/,
    remedy: /one of debug, info, warn, error/,
  },
];
