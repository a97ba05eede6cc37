import { test } from 'node:test';
import type { Response } from '#conversation/response.ts';
import { encodeReplyAction } from '#conversation/wording/reply-action.ts';
import { buildAskModal } from '#platforms/discord/rendering/modal.ts';
import { type DiscordView, renderDiscordNotice, renderDiscordReply } from '#platforms/discord/rendering/renderer.ts';
import {
  longResponse,
  oversizedResponse,
  sketchAll,
  verdictResponses,
  wholeResponse,
} from '../../../fixtures/every-block.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';

const render = (response: Response, view: Partial<DiscordView> = {}) =>
  renderDiscordReply(response, {
    page: 0,
    isPrivate: false,
    canEmbed: true,
    ...view,
    customIdOf: encodeReplyAction,
  });

test('all that a reply may have, in an embed, and as text where embeds are not allowed', (t) => {
  const shown = [render(wholeResponse, { isPrivate: true }), render(wholeResponse, { canEmbed: false })];
  matchFixture(t, shown, 'discord-reply.txt');
});

test('the first page, one between and the last', (t) => {
  const pages = [0, 1, 99].map((page) => render(longResponse, { page, canEmbed: page < 99 }));
  matchFixture(t, pages, 'discord-pages.txt');
});

test('each verdict has its sign and its colour', (t) => {
  matchFixture(
    t,
    verdictResponses.map((response) => render(response)),
    'discord-verdicts.txt',
  );
});

test('help says how to speak on Discord; a notice and the modal to ask in', (t) => {
  const help: Response = { ...longResponse, line: 'help', outcome: { kind: 'command', command: 'help' } };
  matchFixture(
    t,
    {
      help: render({ ...help, reply: { blocks: [], audience: 'private' } }),
      helpOnOne: render({ ...help, line: 'help ask', reply: { blocks: [], audience: 'private' } }),
      notices: [true, false].map((isPrivate) => renderDiscordNotice('I *stopped*.', { isPrivate })),
      modals: [undefined, 'does forkbase run?'].map((text) =>
        buildAskModal({ maxCharacters: 1_000, ...(text === undefined ? {} : { text }) }),
      ),
    },
    'discord-views.txt',
  );
});

test('what is too long for one piece is cut between words, and what cannot be cut is left out', (t) => {
  const pages = Array.from({ length: 14 }, (_, page) => {
    const { embeds, components } = render(oversizedResponse, { page });
    return `${(embeds[0]?.description ?? '')
      .split('\n')
      .map((line) => sketchAll(line))
      .join('\n')}\n${sketchAll(components)}`;
  });
  matchFixture(t, pages.join('\n\n'), 'discord-oversized.txt');
});
