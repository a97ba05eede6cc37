import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { findPersonsEvent, findView, findWhereabouts } from '#platforms/discord/listening/answer-interaction.ts';
import { describeRequest, findParentId, type Whereabouts } from '#platforms/discord/talking/desk.ts';

const may = (...names: (keyof typeof PermissionFlagsBits)[]) => new PermissionsBitField(names);
const channel: Whereabouts = { channelId: '3', userId: '5', guildId: '1', parentId: undefined, permissions: may() };
const describeAt = (given: Partial<Whereabouts>) => describeRequest({ ...channel, ...given });

test('a person’s conversation in a channel is their own; in a thread and in private it is everybody’s there', () => {
  assert.equal(describeAt({}).conversationId, 'discord:3:5');
  assert.equal(describeAt({ parentId: '2' }).conversationId, 'discord:3');
  assert.equal(describeAt({ guildId: undefined }).conversationId, 'discord:3');
});

test('who asks is the same person everywhere, and is told of news in private', () => {
  const { asker } = describeAt({ parentId: '2' });
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
  assert.deepEqual(describeAt({ parentId: '2' }).place, { ...place, channelId: '2' });
  assert.deepEqual(describeAt({ permissions: may('ManageGuild') }).place, { ...place, isManager: true });
  assert.deepEqual(describeAt({ permissions: may('ManageMessages') }).place, place);
  assert.deepEqual(describeAt({ permissions: null }).place, place);
  const direct = { ...place, workspaceId: '@me', isDirect: true, isManager: true };
  assert.deepEqual(describeAt({ guildId: undefined, permissions: null }).place, direct);
});

test('only a thread has a parent that counts', () => {
  const threadIn = (parentId: string | null) => ({ isThread: () => true, parentId }) as never;
  assert.equal(findParentId(threadIn('2')), '2');
  assert.equal(findParentId(threadIn(null)), undefined);
  assert.equal(findParentId({ isThread: () => false, parentId: 'category' } as never), undefined);
  assert.equal(findParentId(null), undefined);
});

test('an interaction says where it comes from, and how the answer may look', () => {
  const permissions = may('ManageGuild');
  const interaction = {
    channelId: '3',
    channel: { isThread: () => true, parentId: '2' },
    user: { id: '5' },
    guildId: '1',
    memberPermissions: permissions,
    appPermissions: may('EmbedLinks'),
  };
  const of = (given: object) => ({ ...interaction, ...given }) as never;
  assert.deepEqual(findWhereabouts(of({})), { channelId: '3', userId: '5', guildId: '1', parentId: '2', permissions });
  const alone = findWhereabouts(of({ channelId: null, channel: null, guildId: null, memberPermissions: null }));
  assert.deepEqual(alone, { ...alone, channelId: '5', guildId: undefined, parentId: undefined, permissions: null });
  assert.deepEqual(findPersonsEvent(of({})), { userId: '5', channelId: '3', guildId: '1' });
  assert.deepEqual(findView(of({})), { isDirect: false, canEmbed: true });
  assert.deepEqual(findView(of({ appPermissions: may() })), { isDirect: false, canEmbed: false });
  assert.deepEqual(findView(of({ appPermissions: undefined })), { isDirect: false, canEmbed: true });
  assert.deepEqual(findView(of({ guildId: null, appPermissions: may() })), { isDirect: true, canEmbed: true });
});
