import { test } from 'node:test';
import type { WatchContext, WatchedChannel } from '#commands/watch-context.ts';
import { watchingCommands } from '#commands/watching/watching-commands.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import type { Watch } from '#watching/watch.ts';
import type { WatchDesk, WatchResult } from '#watching/watch-desk.ts';
import { makeWatch, makeWatcher } from '../../contracts/make-watch.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';
import { kitchenArchive } from '../invented-archive.ts';

const person = makeWatcher();
const channel: WatchedChannel = {
  watcher: makeWatcher({ kind: 'channel', key: 'C1', recipientId: 'C1' }),
  askerId: 'U1',
  isManager: true,
};

interface Kept {
  readonly result?: WatchResult;
  readonly own?: readonly Partial<Watch>[];
  readonly ofChannel?: readonly Partial<Watch>[];
  readonly channel?: WatchedChannel | undefined;
  readonly unreachable?: string;
}

/** What a command says, and what it asks of the desk. */
async function run(line: string, kept: Kept = {}): Promise<string> {
  const { result = { kind: 'added' }, own = [], ofChannel = [], unreachable } = kept;
  const asked: string[] = [];
  const listOf = (kind: string) => (kind === 'person' ? own : ofChannel).map((one) => ({ ...makeWatch(one), id: 'x' }));
  const desk: Partial<WatchDesk> = {
    async watch({ kind }, topic, wish) {
      asked.push(`watch ${kind} ${JSON.stringify({ ...topic, ...wish })}`);
      return result;
    },
    async unwatch(watcher, topic) {
      const { kind } = watcher as { kind: string };
      asked.push(`unwatch ${kind} ${JSON.stringify(topic ?? 'all')}`);
      return topic === undefined ? listOf(kind).length : 1;
    },
    list: async (watcher) => listOf((watcher as { kind: string }).kind),
    findUnreachable: () => (unreachable === undefined ? undefined : ({ reason: unreachable } as never)),
  };
  const context = { desk, snapshot: kitchenArchive, person, channel: 'channel' in kept ? kept.channel : channel };
  const [, name = '', argument = ''] = /^(\w+) ?(.*)$/.exec(line) ?? [];
  const command = watchingCommands[name as keyof typeof watchingCommands];
  const { blocks, audience } = await command(argument, context as unknown as WatchContext);
  const given = JSON.stringify({ ...kept, channel: undefined });
  return [`> ${line}   ${given}`, replyToText({ blocks, audience }, 5_000), `[${audience}]`, ...asked, ''].join('\n');
}

const member = { ...channel, isManager: false };
const kettle = { subject: 'Kettlectl' };
const onArm = { subject: 'Kettlectl', targetId: 'arm64' };

test('every outcome of the commands about watching, whole, with what is asked of the store', async (t) => {
  const said = [
    await run('watch kettlectl'),
    await run('watch kettlectl on arm64'),
    await run('watch kettlectl once'),
    await run('watch kettlectl here'),
    await run('watch kettlectl here', { channel: member }),
    await run('watch kettlectl here', { channel: undefined }),
    await run('watch kettlectl', { result: { kind: 'there' } }),
    await run('watch kettlectl once', { result: { kind: 'there' } }),
    await run('watch kettlectl here', { result: { kind: 'there' } }),
    await run('watch kettlectl', { result: { kind: 'extended' } }),
    await run('watch kettlectl', { result: { kind: 'full', limit: 50 } }),
    await run('watch kettlectl here', { result: { kind: 'full', limit: 50 } }),
    await run('watch kettlectl', { result: { kind: 'refused', problem: 'Nobody can be told here.' } }),
    await run('watch'),
    await run('watch ladle'),
    await run('watch ladle anyway'),
    await run('watch ladle here once'),
    await run('watch kettlectk on arm64 once'),
    await run('watch kettlectk on arm64'),
    await run('watch kettlectl on a blackboard'),
    await run('unwatch kettlectl', { own: [kettle, onArm] }),
    await run('unwatch kettlectl on arm64', { own: [kettle, onArm] }),
    await run('unwatch kettlectl 1.0', { own: [kettle, onArm] }),
    await run('unwatch kettlectl here', { ofChannel: [kettle] }),
    await run('unwatch kettlectl here', { channel: member, ofChannel: [kettle] }),
    await run('unwatch kettlectl', { ofChannel: [kettle] }),
    await run('unwatch kettlectl', { ofChannel: [kettle], channel: member }),
    await run('unwatch kettlectl here', { own: [kettle] }),
    await run('unwatch kettle', { own: [kettle, onArm, { subject: 'Kettle 2' }, { subject: 'kettles' }] }),
    await run('unwatch ladle'),
    await run('unwatch all', { own: [kettle] }),
    await run('unwatch all', { own: [kettle, onArm] }),
    await run('unwatch everything here', {}),
    await run('watching'),
    await run('watching', { own: [kettle] }),
    await run('watching', { own: [{ ...onArm, onceUntilMs: 7 }], ofChannel: [kettle, onArm], unreachable: 'Closed.' }),
    await run('watching', { ofChannel: [kettle] }),
    await run('watching', { ofChannel: [kettle], channel: undefined }),
  ];
  matchFixture(t, said.join('\n'), 'watching-commands.txt');
});
