// What Discord's own SDK costs: a bot that replies with what it was told, and nothing more.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const { DISCORD_TOKEN = '', DISCORD_API_URL = '' } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  allowedMentions: { parse: [], repliedUser: false },
  rest: { api: DISCORD_API_URL },
});
client.on(Events.MessageCreate, async (message) => {
  if (client.user !== null && message.mentions.has(client.user)) await message.reply(message.content);
});
client.once(Events.ClientReady, () => process.stderr.write('The echo listens.\n'));
await client.login(DISCORD_TOKEN);
process.once('SIGTERM', () => process.exit());
