import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { createInteractionReply } from '#platforms/discord/listening/interaction-reply.ts';
import type { DiscordMessage } from '#platforms/discord/rendering/renderer.ts';
import type { DiscordSender } from '#platforms/discord/talking/sender.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const cutOff = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const taken = () =>
  new DiscordAPIError(
    { code: RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, message: 'already acknowledged' },
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    400,
    'POST',
    'https://discord.example',
    {},
  );

/** A reply whose first try breaks off behind what has arrived; what was sent, in order. */
function open(kind: 'defer' | 'defer-update') {
  const sent: string[] = [];
  const sender: Partial<DiscordSender> = {
    async respondFirst(_to, response) {
      sent.push(response.kind);
      throw sent.length === 1 ? cutOff() : taken();
    },
    editOriginal: async () => void sent.push('edit'),
    followUp: async () => void sent.push('follow up'),
  };
  const to = { id: '1', token: 't', applicationId: '2' };
  const deferral = kind === 'defer' ? { kind, isPrivate: false } : { kind };
  return { sent, reply: createInteractionReply(sender as DiscordSender, to, deferral, keepLog()) };
}

const message = {} as DiscordMessage;

test('an announcement that broke off and has arrived is no message: below a button, the answer comes as one of its own', async () => {
  const { sent, reply } = open('defer-update');
  await assert.rejects(reply.defer());
  await reply.send(message);
  reply.end();
  assert.deepEqual(sent, ['defer-update', 'message', 'follow up']);
});

test('a message that broke off and has arrived is changed by the next try', async () => {
  const { sent, reply } = open('defer-update');
  await assert.rejects(reply.send(message));
  await reply.send(message);
  reply.end();
  assert.deepEqual(sent, ['message', 'message', 'edit']);
});

test('where the announcement is itself a message, the answer takes its place', async () => {
  const { sent, reply } = open('defer');
  await assert.rejects(reply.defer());
  await reply.send(message);
  reply.end();
  assert.deepEqual(sent, ['defer', 'message', 'edit']);
});
