import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PermissionFlagsBits as bits, ChannelType, REST } from 'discord.js';
import { createDiscordChannels } from '#platforms/discord/posting/channels.ts';
import { checkDiscordChannel } from '#platforms/discord/posting/check-channel.ts';
import { findForumPost } from '#platforms/discord/posting/find-forum-post.ts';
import { findDiscordPost, mayNotLook, tooMuchWritten } from '#platforms/discord/posting/find-post.ts';
import { postButtonId } from '#platforms/discord/posting/post.ts';
import { fetchShardAdvice } from '#platforms/discord/sharding/fetch-shard-advice.ts';
import { makeChannelPost } from '../../../fixtures/channel-post.ts';

/** Discord's ids are made of the time. */
const at = (ms: number) => String((BigInt(ms) - 1_420_070_400_000n) << 22n);
const since = Date.UTC(2031, 1, 21);
const own = '9';
const post = { ...makeChannelPost(1, { channelId: '3', workspaceId: '1' }), id: 'post-1', title: 'Kitchen Weekly' };
const button = (id: string) => ({ components: [{ type: 1, components: [{ type: 2, custom_id: postButtonId(id) }] }] });

type Answer = readonly [status: number, body: unknown];

/** discord.js’s own client, and what Discord answers to each path; what was asked, with its query. */
function connect(answer: (path: string, query: URLSearchParams) => Answer | undefined) {
  const asked: string[] = [];
  const rest = new REST({
    retries: 0,
    async makeRequest(url) {
      const { pathname, searchParams } = new URL(url);
      const path = pathname.replace(/^\/api\/v\d+/, '');
      asked.push(`${path}${searchParams.size > 0 ? `?${searchParams}` : ''}`);
      const [status, body] =
        answer(path, searchParams) ?? (path === '/users/@me' ? [200, { id: own }] : [404, { code: 0, message: '' }]);
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }) as never;
    },
  }).setToken('token');
  return { rest, channels: createDiscordChannels({ rest }), asked };
}

const rightsOf = (rights: bigint, path: string): Answer | undefined =>
  path === '/channels/3'
    ? [200, { id: '3', type: 0, guild_id: '1', permission_overwrites: [] }]
    : path === '/guilds/1'
      ? [200, { id: '1', owner_id: '5', roles: [{ id: '1', permissions: String(rights) }] }]
      : path === `/guilds/1/members/${own}`
        ? [200, { roles: [] }]
        : undefined;

test('a channel is looked through page by page, back to the moment of the doubt, and twenty pages at most', async () => {
  const page = (first: number, count: number, stepMs: number) =>
    Array.from({ length: count }, (_, i) => ({ id: at(since + 10_000_000 - (first + i) * stepMs), components: [] }));
  for (const [stepMs, pages, found] of [
    [1_000, 20, tooMuchWritten],
    [100_000, 2, { kind: 'absent' }],
    [200_000, 1, { kind: 'absent' }],
  ] as const) {
    let served = 0;
    const { asked, ...looking } = connect(() => [200, page(served++ * 100, 100, stepMs)]);
    assert.deepEqual(await findDiscordPost(post, since, looking), found);
    assert.equal(asked.length, pages, String(stepMs));
    assert.equal(asked[0], '/channels/3/messages?limit=100');
    if (pages > 1) assert.match(asked[1] ?? '', /limit=100&before=\d+$/);
  }
});

test('the post is known by its own button, wherever it stands, and by no other’s', async () => {
  const messages = [
    { id: at(since + 2) },
    { id: at(since + 1), ...button('post-2') },
    { id: '77', ...button('post-1') },
  ];
  const { asked, ...looking } = connect(() => [200, messages]);
  assert.deepEqual(await findDiscordPost(post, since, looking), { kind: 'found', messageId: '77' });
});

test('an empty channel proves that nothing stands there to whom may look, and nothing to whom may not', async () => {
  for (const [rights, found] of [
    [bits.ViewChannel | bits.ReadMessageHistory, { kind: 'absent' }],
    [bits.ViewChannel, mayNotLook],
  ] as const) {
    const looking = connect((path) => (path.endsWith('/messages') ? [200, []] : rightsOf(rights, path)));
    assert.deepEqual(await findDiscordPost(post, since, looking), found);
  }
  let served = 0;
  const looking = connect(() => [200, served++ === 0 ? [{ id: at(since + 1) }] : []]);
  assert.deepEqual(await findDiscordPost(post, since, looking), { kind: 'absent' });
});

interface Thread {
  readonly id: string;
  readonly name?: string;
  readonly parent_id?: string;
  readonly owner_id?: string;
  readonly closedMs?: number;
}
const thread = ({ closedMs = since + 5_000, ...given }: Thread) => ({
  name: 'Other',
  parent_id: '3',
  owner_id: own,
  thread_metadata: { archive_timestamp: new Date(closedMs).toISOString() },
  ...given,
});

/** A forum with these threads, archived ones a page each; `first` gives what the first message of a thread has. */
function openForum(
  active: readonly Thread[],
  archived: readonly Thread[],
  first: (id: string) => Answer | undefined,
  more = false,
) {
  let served = 0;
  return connect((path) => {
    if (path === '/guilds/1/threads/active') return [200, { threads: active.map(thread) }];
    if (path === '/channels/3/threads/archived/public') {
      const one = archived[served++];
      return [200, { threads: one ? [thread(one)] : [], has_more: more || served < archived.length }];
    }
    const [, id = ''] = /^\/channels\/(\d+)\/messages\/\1$/.exec(path) ?? [];
    return id === '' ? undefined : first(id);
  });
}

const [one, two, old] = [at(since + 1), at(since + 2), at(since - 1)];
const isPost =
  (wanted: string) =>
  (id: string): Answer => [200, { id, ...(id === wanted ? button('post-1') : {}) }];

test('a forum’s threads are looked through, active and archived; only the bot’s own, of that forum and of that time', async () => {
  const look = async (...forum: Parameters<typeof openForum>) => findForumPost(post, since, openForum(...forum));
  assert.deepEqual(await look([{ id: one }], [], isPost(one)), { kind: 'found', messageId: one });
  assert.deepEqual(await look([{ id: two }], [{ id: one }], isPost(one)), { kind: 'found', messageId: one });
  assert.deepEqual(await look([], [{ id: two }, { id: one }], isPost(one)), { kind: 'found', messageId: one });
  const others: readonly Thread[] = [{ id: one, parent_id: '4' }, { id: one, owner_id: '8' }, { id: old }];
  for (const other of others) assert.deepEqual(await look([other], [], isPost(other.id)), { kind: 'absent' });
  assert.deepEqual(await look([{ id: at(since) }], [], isPost(at(since))), { kind: 'found', messageId: at(since) });
});

test('where the first message was deleted, the title tells; what was closed before the doubt is not looked at', async () => {
  const gone = (): Answer => [404, { code: 10_008, message: '' }];
  const look = async (...forum: Parameters<typeof openForum>) => findForumPost(post, since, openForum(...forum));
  assert.deepEqual(await look([{ id: one, name: post.title }], [], gone), { kind: 'found', messageId: one });
  assert.deepEqual(await look([{ id: one }], [], gone), { kind: 'absent' });
  const forum = openForum([], [{ id: old, closedMs: since - 1 }, { id: one }], isPost(one));
  assert.deepEqual(await findForumPost(post, since, forum), { kind: 'absent' });
  assert.equal(forum.asked.filter((path) => path.includes('archived')).length, 1);
  const endless = openForum(
    [],
    Array.from({ length: 30 }, () => ({ id: two })),
    isPost(one),
    true,
  );
  assert.deepEqual(await findForumPost(post, since, endless), tooMuchWritten);
  const pages = endless.asked.filter((path) => path.includes('archived'));
  assert.equal(pages.length, 20);
  assert.match(pages[1] ?? '', /limit=100&before=2031-02-21T00%3A00%3A05/);
});

test('a forum whose archive is closed to the bot leaves the doubt', async () => {
  const closed = connect((path) =>
    path.endsWith('/active')
      ? [200, { threads: [] }]
      : path.includes('archived')
        ? [403, { code: 50_013, message: '' }]
        : undefined,
  );
  assert.deepEqual(await findForumPost(post, since, closed), mayNotLook);
});

test('before a channel is subscribed it is said what is missing there', async () => {
  const all = bits.ViewChannel | bits.SendMessages | bits.SendMessagesInThreads | bits.ReadMessageHistory;
  const ofParent = [{ id: '1', type: 0, allow: '0', deny: String(bits.SendMessagesInThreads) }];
  const check = async (channel: object, rights = all) => {
    const { channels } = connect((path) =>
      path === '/channels/4'
        ? [200, { id: '4', type: 0, guild_id: '1', permission_overwrites: ofParent }]
        : path === '/channels/3'
          ? [200, { id: '3', guild_id: '1', permission_overwrites: [], ...channel }]
          : rightsOf(rights, path),
    );
    const result = await checkDiscordChannel('3', channels);
    return result.canPost ? (result.warning ?? result.workspaceId) : result.problem;
  };
  const { GuildText, GuildCategory, GuildDirectory, GuildForum, DM } = ChannelType;
  assert.equal(await check({ type: GuildText }), '1');
  assert.equal(await check({ type: DM, guild_id: undefined }, 0n), '@me');
  for (const type of [GuildCategory, GuildDirectory]) assert.match(await check({ type }), /choose another/);
  assert.match(await check({ type: GuildText }, 0n), /"View Channel" and "Send Messages" in this channel/);
  assert.match(await check({ type: GuildText }, all & ~bits.SendMessages), /permission "Send Messages" in this/);
  assert.match(
    await check({ type: GuildText }, all & ~bits.ReadMessageHistory),
    /a post that is in doubt will be held/,
  );
  const threadTypes = [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread];
  for (const type of threadTypes) {
    const [missing, may] = [all & ~bits.SendMessagesInThreads, all & ~bits.SendMessages];
    assert.match(await check({ type, parent_id: null }, missing), /"Send Messages in Threads"/);
    assert.equal(await check({ type, parent_id: null }, may), '1');
    // A thread has no overwrites of its own: those of its channel decide.
    assert.match(await check({ type, parent_id: '4', permission_overwrites: undefined }), /"Send Messages in Threads"/);
  }
  const tags = (flags: number, ...moderated: boolean[]) => ({
    type: GuildForum,
    flags,
    available_tags: moderated.map((m, i) => ({ id: `t${i}`, moderated: m })),
  });
  assert.match(await check(tags(16, true)), /tag/);
  assert.match(await check(tags(16)), /tag/);
  assert.equal(await check(tags(16, true, false)), '1');
  assert.equal(await check(tags(0)), '1');
});

test('how many shards Discord wants, and how many may connect at once; a refused token is told as such', async () => {
  const ask = (status: number, body: object) => fetchShardAdvice(connect(() => [status, body]).rest);
  assert.deepEqual(await ask(200, { shards: 3, session_start_limit: { max_concurrency: 2 } }), {
    total: 3,
    connectingAtOnce: 2,
  });
  await assert.rejects(ask(401, { code: 0, message: '' }), { name: 'AccessError', message: /^DISCORD_TOKEN: / });
  await assert.rejects(ask(500, { code: 0, message: '' }), { name: 'DeliveryError', reason: 'try-later' });
});
