import type { RequestRecord } from '../../local/discord-server/request-log.ts';
import { startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { createPending, type Peer } from './peer.ts';

/** A channel takes a message a second. */
const places = 400;
const answerPath = /^\/channels\/(\d+)\/messages$/;

/** A local Discord with Discord's own limits; an answer counts when its request came, if it was not refused. */
export async function openDiscordPeer(): Promise<Peer> {
  const names = Array.from({ length: places }, (_, i) => ({ channel: `channel${i}`, person: `person${i}` }));
  const server = await startDiscordServer({
    world: {
      users: names.map(({ person }) => ({ name: person })),
      guilds: [{ name: 'Workshop', channels: names.map(({ channel }) => ({ name: channel })) }],
    },
  });
  const pending = createPending();
  let seen = 0;
  let open: RequestRecord[] = [];
  server.watch(() => {
    open.push(...server.requests.slice(seen));
    seen = server.requests.length;
    for (const { method, path, status, atMs } of open) {
      const channelId = answerPath.exec(path)?.[1];
      if (method === 'POST' && status === 200 && channelId !== undefined) pending.settle(channelId, atMs);
    }
    open = open.filter(({ status }) => status === undefined);
  });
  let asked = 0;
  return {
    settings: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    ask(question) {
      const place = asked++ % places;
      const answer = pending.expect(server.channelId(`channel${place}`));
      const text = `${server.mention} ${question}`;
      server.people.postMessage({ by: `person${place}`, in: `channel${place}`, text });
      return answer;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
