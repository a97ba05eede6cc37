import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SlackDesk, toSlackAsker, toSlackPlace } from '#platforms/slack/talking/desk.ts';

test('a person and a channel are theirs of one workspace, and who asks is told of news by their id there', () => {
  assert.deepEqual(toSlackAsker('T1', 'U1', 'C1'), {
    platform: 'slack',
    userId: 'T1:U1',
    channelId: 'T1:C1',
    reachedAs: { userId: 'U1', workspaceId: 'T1' },
  });
});

test('anybody may decide for a channel, or those whom the operator names', () => {
  const placeOf = (channelId: string, ids?: readonly string[]) =>
    toSlackPlace('T1', 'U1', channelId, { managerIds: ids && new Set(ids) } as unknown as SlackDesk);
  const place = {
    platform: 'slack',
    workspaceId: 'T1',
    channelId: 'C1',
    askerId: 'U1',
    isDirect: false,
    isManager: true,
  };
  assert.deepEqual(placeOf('C1'), place);
  assert.deepEqual(placeOf('C1', ['U1']), place);
  assert.deepEqual(placeOf('C1', ['U2']), { ...place, isManager: false });
  assert.deepEqual(placeOf('D1', []), { ...place, channelId: 'D1', isDirect: true, isManager: false });
});
