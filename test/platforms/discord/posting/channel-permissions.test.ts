import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import { computeChannelPermissions } from '#platforms/discord/posting/channel-permissions.ts';

const { ViewChannel: see, SendMessages: send, EmbedLinks: embed, Administrator } = PermissionFlagsBits;
const role = (id: string, permissions: bigint) => ({ id, permissions: String(permissions) });
const overwrite = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});
const ofRole = (id: string, allow: bigint, deny: bigint) => overwrite(id, OverwriteType.Role, allow, deny);
const ofMember = (id: string, allow: bigint, deny: bigint) => overwrite(id, OverwriteType.Member, allow, deny);

interface Case {
  readonly name: string;
  readonly roles?: readonly ReturnType<typeof role>[];
  readonly overwrites?: readonly ReturnType<typeof overwrite>[] | undefined;
  readonly owner?: string;
  readonly rights: bigint;
}

describe('the rights of a member that has the roles “cook” and “waiter”', () => {
  const cases: readonly Case[] = [
    {
      name: 'those of everybody and of the role',
      roles: [role('g', see), role('cook', send), role('guest', embed)],
      rights: see | send,
    },
    { name: 'all of them for the owner', owner: 'bot', roles: [], rights: ~0n },
    {
      name: 'all of them for an administrator, whatever is denied',
      roles: [role('cook', Administrator)],
      overwrites: [ofMember('bot', 0n, see)],
      rights: ~0n,
    },
    { name: 'what everybody is denied', overwrites: [ofRole('g', 0n, send)], rights: see },
    {
      name: 'what the role is allowed before that',
      overwrites: [ofRole('cook', send, 0n), ofRole('g', 0n, send)],
      rights: see | send,
    },
    {
      name: 'of two roles’ overwrites the one that allows',
      roles: [role('g', see), role('cook', 0n), role('waiter', 0n)],
      overwrites: [ofRole('cook', send, 0n), ofRole('waiter', 0n, send)],
      rights: see | send,
    },
    { name: 'nothing of another role’s', overwrites: [ofRole('guest', 0n, send)], rights: see | send },
    {
      name: 'what the member is denied, last of all',
      overwrites: [ofMember('bot', 0n, send), ofRole('cook', send, 0n)],
      rights: see,
    },
    { name: 'nothing of another member’s', overwrites: [ofMember('ann', 0n, send)], rights: see | send },
    {
      name: 'nothing of a role’s overwrite that bears the member’s id',
      overwrites: [ofRole('bot', 0n, send)],
      rights: see | send,
    },
    { name: 'none at all where the channel is not seen', overwrites: [ofRole('g', embed, see)], rights: 0n },
    { name: 'those of the roles where nothing is overwritten', overwrites: undefined, rights: see | send },
  ];
  for (const {
    name,
    roles = [role('g', see | send), role('cook', 0n)],
    overwrites = [],
    owner = 'ann',
    rights,
  } of cases)
    test(name, () => {
      const parts = {
        guild: { id: 'g', owner_id: owner, roles },
        member: { roles: ['cook', 'waiter'], userId: 'bot' },
        channel: { permission_overwrites: overwrites },
      };
      assert.equal(computeChannelPermissions(parts as never), rights);
    });
});
