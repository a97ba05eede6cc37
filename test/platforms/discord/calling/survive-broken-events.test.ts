import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, Events } from 'discord.js';
import { surviveBrokenEvents } from '#platforms/discord/calling/survive-broken-events.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

type Handle = (
  packet: { t: string },
  shard: { id: number; sessionInfo: object | null; closeSequence: number },
) => boolean;

test('a session that is lost while it is resumed ends nothing, and any other resumption is told', () => {
  const client = new Client({ intents: [] });
  const handle: Handle = (packet, shard) =>
    (client.ws as unknown as { handlePacket: Handle }).handlePacket(packet, shard);
  const lost = { id: 0, sessionInfo: null, closeSequence: 3 };
  assert.throws(() => handle({ t: 'RESUMED' }, lost), TypeError, 'discord.js has mended it: the guard can go');
  const log = keepLog();
  surviveBrokenEvents(client, log);
  handle({ t: 'RESUMED' }, lost);
  const resumptions: unknown[][] = [];
  client.on(Events.ShardResume, (...resumption) => resumptions.push(resumption));
  handle({ t: 'RESUMED' }, { id: 1, sessionInfo: { sequence: 5 }, closeSequence: 3 });
  assert.deepEqual(resumptions, [[1, 2]]);
  assert.deepEqual(log.above('info'), []);
});
