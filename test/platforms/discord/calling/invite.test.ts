import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PermissionsBitField } from 'discord.js';
import { buildInviteLink, neededPermissions } from '#platforms/discord/calling/invite.ts';

test('the invitation asks for exactly the permissions that are used', () => {
  const link = new URL(buildInviteLink('4242'));
  assert.equal(link.origin + link.pathname, 'https://discord.com/oauth2/authorize');
  assert.equal(link.searchParams.get('client_id'), '4242');
  assert.equal(link.searchParams.get('scope'), 'bot applications.commands');
  const granted = new PermissionsBitField(BigInt(link.searchParams.get('permissions') ?? 0));
  assert.deepEqual(granted.toArray().sort(), [
    'CreatePublicThreads',
    'EmbedLinks',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
});

test('for every permission it can be said what is missing without it', () => {
  for (const { name, without } of neededPermissions) assert.match(`${name}: ${without}`, /^[A-Z][\w ]+: \w.+/);
});
