import { makeRandom } from '../../bench/seeded-random.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';

export const question = '@bot does kettlectl run on arm64?';
/** So much may be asked that no budget is met. */
export const boundless = { perUser: 1_000_000, perChannel: 1_000_000, windowMs: 60_000 };

const channel = 'C0GENERAL';
/** Slack's own waits are minutes; it gives up after three, and a busy machine may need more of these. */
const retryAfterMs = [0, 20, 50, 100, 200, 400, ...Array<number>(20).fill(800)];
const quickRetries = { acknowledgeWithinMs: 300, retryAfterMs };
const patienceMs = 120_000;
const atOnce = 25;

/** What the bot said in the thread of a question. */
export function listAnswersTo(server: SlackServer, ts: string) {
  return server.messages(channel).filter(({ thread_ts, via }) => thread_ts === ts && via !== 'person');
}

/**
 * Asks while the socket is dropped, rotated and refused and its acknowledgements are lost, at random; resolves to how often
 * each of it happened, and to the questions that were not answered exactly once.
 */
export async function askWhileSocketBreaks(count: number, seed: number) {
  const random = makeRandom(seed);
  await using server = await startSlackServer({ socket: { ...quickRetries, withoutConnection: 'hold' } });
  await using _bot = await startSlackBot(server, { budget: boundless });
  const ann = server.person('U0ANN');
  const happened = { drops: 0, rotations: 0, refusals: 0, lostAcks: 0 };
  const breakSomething = () => {
    const dice = random();
    if (dice < 0.02) {
      happened.drops++;
      server.sockets.drop();
    } else if (dice < 0.04) {
      happened.rotations++;
      server.sockets.rotate(dice < 0.03 ? 'warning' : 'refresh_requested');
    } else if (dice < 0.06) {
      happened.lostAcks++;
      server.sockets.loseAcks(3);
    } else if (dice < 0.07) {
      happened.refusals++;
      server.sockets.refuse(2);
      server.sockets.drop();
    }
  };
  const countAnswers = () => server.messages(channel).filter(({ via }) => via !== 'person').length;
  const asked: string[] = [];
  for (let i = 0; i < count; i++) {
    asked.push(ann.post(channel, question).ts);
    breakSomething();
    if (i % atOnce === atOnce - 1) await server.waitFor(() => countAnswers() >= i - 10, patienceMs);
  }
  await server.waitFor(() => countAnswers() >= asked.length, patienceMs);
  return { ...happened, notOnce: asked.filter((ts) => listAnswersTo(server, ts).length !== 1) };
}
