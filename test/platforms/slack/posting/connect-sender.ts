import assert from 'node:assert/strict';
import { WebClient } from '@slack/web-api';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { composeSlackCallOptions } from '#platforms/slack/calling/call-options.ts';
import { createSlackFetch } from '#platforms/slack/calling/fetch.ts';
import { createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { createSlackQueue } from '#platforms/slack/calling/queue.ts';
import { lookBackScopes, slackScopes } from '#platforms/slack/calling/scopes.ts';
import { createSlackChannelSender } from '#platforms/slack/posting/channel-sender.ts';
import { type SlackServer, startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const channels = [
  { id: 'C0GENERAL' },
  { id: 'C0WITHOUT', hasBot: false },
  { id: 'C0OLD', isArchived: true },
  { id: 'G0SECRET', kind: 'private' as const },
];
export const here = { channelId: 'C0GENERAL', workspaceId: 'T0LOCAL' };
export const usual = Object.keys(slackScopes);
export const looking = [...usual, ...Object.keys(lookBackScopes)];
/** Of requests; short only for who makes one hang. */
const patienceMs = 60_000;
/** Long enough for a busy machine to answer, short enough to wait for. */
export const hangMs = 3_000;

/** The sender with the real SDK, and a local Slack with these scopes. */
export async function connectSender(scopes: readonly string[], canLookBack: boolean, timeoutMs = patienceMs) {
  const server = await startSlackServer({ workspaces: [{ id: 'T0LOCAL', scopes, channels }] });
  const client = new WebClient(server.botToken, {
    ...composeSlackCallOptions(server.apiUrl, createSlackLogger(keepLog())),
    fetch: createSlackFetch(server.apiUrl, timeoutMs),
  });
  const waits: number[] = [];
  const clients = { get: async () => client, findOwnWorkspaceId: async () => 'T0LOCAL' };
  // Nobody waits here, and so no time passes.
  const wait = async (ms: number) => void waits.push(ms);
  const clock = () => 0;
  const sendQueue = createSlackQueue(wait, clock);
  const sender = createSlackChannelSender({ clients, canLookBack, wait, sendQueue, clock });
  return { server, sender, waits, [Symbol.asyncDispose]: () => server.close() };
}

export const postsIn = (server: SlackServer, channel = here.channelId) =>
  server.messages(channel).filter(({ via }) => via === 'chat.postMessage');

export async function failureOf(work: Promise<unknown>): Promise<DeliveryError> {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof DeliveryError, `${error}`);
    return error;
  }
  throw new assert.AssertionError({ message: 'a failure was expected' });
}
