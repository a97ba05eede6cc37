import { test } from 'node:test';
import type { Response } from '#conversation/response.ts';
import { renderDiscordPost } from '#platforms/discord/posting/post.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import { renderSlackPost } from '#platforms/slack/posting/post.ts';
import { inventedDigest, makeChannelPost } from '../../fixtures/channel-post.ts';
import { wholeResponse } from '../../fixtures/every-block.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';
import { createMemoryLineKeeper } from '../../platforms/discord/talking/memory-line-keeper.ts';

const customIds = createCustomIds(createMemoryLineKeeper());
const server = '100000000000000001';
const role = '200000000000000002';
const onDiscord = (response: Response, roleToPing?: string) => {
  const post = makeChannelPost(1, { channelId: '3', workspaceId: server, response, roleToPing });
  return renderDiscordPost(post, customIds, 0);
};

/** More questions than fit the rows of buttons that a message may have. */
const crowded: Response = {
  ...wholeResponse,
  reply: {
    blocks: [{ kind: 'suggestions', title: 'Ask', questions: Array.from({ length: 40 }, (_, i) => `status pot ${i}`) }],
    audience: 'anyone',
  },
};

test('a post, whole, on both platforms: with nobody to ping, with somebody, and never everybody', async (t) => {
  const posts = {
    slack: renderSlackPost(inventedDigest),
    slackPings: renderSlackPost(inventedDigest, 'S0KETTLE'),
    slackPingsNobody: ['@channel', 'here', 'S', 'U0KETTLE', 'S0KETTLE> <!here'].map((group) =>
      renderSlackPost(inventedDigest, group).text.slice(0, 15),
    ),
    discord: await onDiscord(inventedDigest),
    discordPings: await onDiscord(inventedDigest, role),
    discordWhole: await onDiscord(wholeResponse),
    discordCrowded: (await onDiscord(crowded)).components.map(({ components }) => components.length),
    discordPingsNobody: await Promise.all(
      [server, 'everyone', '12345', `${role}0000`].map(
        async (other) => (await onDiscord(inventedDigest, other)).allowed_mentions,
      ),
    ),
  };
  matchFixture(t, posts, 'posts.txt');
});
