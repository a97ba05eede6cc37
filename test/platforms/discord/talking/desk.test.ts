import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { findPersonsEvent, findView } from '#platforms/discord/listening/answer-interaction.ts';
import { describeRequest } from '#platforms/discord/talking/desk.ts';

const may = (...names: (keyof typeof PermissionFlagsBits)[]) => new PermissionsBitField(names);
const threadIn = (parentId: string | null) => ({ isThread: () => true, parentId });
const inCategory = { isThread: () => false, parentId: 'category' };
const deed = { channelId: '3', channel: inCategory, user: { id: '5' }, guildId: '1', memberPermissions: may() };
const describeAt = (given: object) => describeRequest({ ...deed, ...given } as never);

test('a person’s conversation in a channel is their own; in a thread and in private it is everybody’s there', () => {
  assert.equal(describeAt({}).conversationId, 'discord:3:5');
  assert.equal(describeAt({ channel: threadIn('2') }).conversationId, 'discord:3');
  assert.equal(describeAt({ guildId: null }).conversationId, 'discord:3');
  assert.equal(describeAt({ channel: null }).conversationId, 'discord:3:5');
  assert.equal(describeAt({ channelId: null, guildId: null }).conversationId, 'discord:5');
});

test('who asks is the same person everywhere, and is told of news in private', () => {
  const { asker } = describeAt({ channel: threadIn('2') });
  const reachedAs = { userId: '5', workspaceId: '@me' };
  assert.deepEqual(asker, { platform: 'discord', userId: '5', channelId: '3', reachedAs });
});

test('what is decided for a thread holds for its channel; in a server its managers decide, in private who asks', () => {
  const place = {
    platform: 'discord',
    workspaceId: '1',
    channelId: '3',
    askerId: '5',
    isDirect: false,
    isManager: false,
  };
  assert.deepEqual(describeAt({}).place, place);
  assert.deepEqual(describeAt({ channel: threadIn('2') }).place, { ...place, channelId: '2' });
  assert.deepEqual(describeAt({ memberPermissions: may('ManageGuild') }).place, { ...place, isManager: true });
  assert.deepEqual(describeAt({ memberPermissions: may('ManageMessages') }).place, place);
  assert.deepEqual(describeAt({ memberPermissions: null }).place, place);
  const direct = { ...place, workspaceId: '@me', isDirect: true, isManager: true };
  assert.deepEqual(describeAt({ guildId: null, memberPermissions: null }).place, direct);
});

test('an interaction says who has done it, and how the answer may look', () => {
  const of = (given: object) => ({ ...deed, appPermissions: may('EmbedLinks'), ...given }) as never;
  assert.deepEqual(findPersonsEvent(of({})), { userId: '5', channelId: '3', guildId: '1' });
  assert.deepEqual(findView(of({})), { isDirect: false, canEmbed: true });
  assert.deepEqual(findView(of({ appPermissions: may() })), { isDirect: false, canEmbed: false });
  assert.deepEqual(findView(of({ appPermissions: undefined })), { isDirect: false, canEmbed: true });
  assert.deepEqual(findView(of({ guildId: null, appPermissions: may() })), { isDirect: true, canEmbed: true });
});
