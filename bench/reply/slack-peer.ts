import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { createPending, type Peer } from './peer.ts';

/** A channel takes a message a second, and a person may ask twenty times a minute. */
const places = 2_000;

/** A local Slack; an answer counts when it is posted. */
export async function openSlackPeer(): Promise<Peer> {
  const people = Array.from({ length: places }, (_, i) => ({ id: `U0ASKER${i}` }));
  const channels = people.map(({ id }, i) => ({ id: `C0PLACE${i}`, people: [id] }));
  const server = await startSlackServer({ workspaces: [{ id: 'T0LOCAL', people, channels }] });
  const pending = createPending();
  const { messages } = server.state;
  const add = messages.add.bind(messages);
  messages.add = (message) => {
    add(message);
    if (message.via === 'chat.postMessage') pending.settle(message.channel);
  };
  let asked = 0;
  return {
    settings: {
      SLACK_API_URL: server.apiUrl,
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_APP_TOKEN: server.app.appToken ?? '',
    },
    ask(question) {
      const place = asked++ % places;
      const answer = pending.expect(`C0PLACE${place}`);
      server.person(`U0ASKER${place}`).post(`C0PLACE${place}`, `@bot ${question}`);
      return answer;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
