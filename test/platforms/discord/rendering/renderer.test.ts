import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type APIButtonComponentWithCustomId, MessageFlags } from 'discord.js';
import type { Block, Reply } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import { encodeReplyAction } from '#conversation/wording/reply-action.ts';
import {
  actionsOf,
  type DiscordMessage,
  type DiscordView,
  renderDiscordReply,
} from '#platforms/discord/rendering/renderer.ts';

const inChannel: DiscordView = { page: 0, isPrivate: false, canEmbed: true };
const asText: DiscordView = { ...inChannel, canEmbed: false };

const source: Block = {
  kind: 'source',
  source: {
    issueId: '2031-W07',
    issueTitle: 'Kitchen Weekly, issue 7',
    day: '2031-02-14',
    isDateDerived: true,
    heading: 'Teapotd 2.0 is out',
    issueLink: 'https://kitchen.example/7',
  },
};
const quote: Block = { kind: 'quote', text: 'The team ships *packages* for armv6.', isRestated: false };
const answer: readonly Block[] = [
  { kind: 'lead', text: 'Yes, teapotd runs on armv6.', verdict: 'yes' },
  quote,
  source,
  { kind: 'links', links: [{ url: 'https://teapotd.example/get', words: 'the download' }] },
  { kind: 'suggestions', title: 'Ask next', questions: ['does teapotd run on windows?'] },
];

function respond(blocks: readonly Block[], more: Partial<Response> & { audience?: Reply['audience'] } = {}): Response {
  const { audience = 'anyone', ...rest } = more;
  return {
    reply: { blocks, audience },
    outcome: { kind: 'answered', verdict: 'yes' },
    line: 'does teapotd run on armv6?',
    moreLine: 'status teapotd',
    relatedLine: 'search teapotd',
    issueId: '2031-W07',
    ...rest,
  };
}

function render(response: Response, view: DiscordView = inChannel): DiscordMessage {
  return renderDiscordReply(response, { ...view, customIdOf: encodeReplyAction });
}

/** The labels of each row, a menu's options included. */
function labelsOf({ components }: DiscordMessage): (string | undefined)[][] {
  return components.map((row) =>
    row.components.flatMap((one) => ('options' in one ? one.options.map(({ label }) => label) : [one.label])),
  );
}

test('an answer is an embed with the verdict as sign, words and colour, and the proof with its day in the reader’s calendar', () => {
  const message = render(respond(answer));
  assert.deepEqual(message.embeds, [
    {
      color: 0x2e9e5b,
      description:
        '**✅ Yes, teapotd runs on armv6.**\n\n' +
        '> “The team ships \\*packages\\* for armv6.”\n' +
        '— “Teapotd 2.0 is out”, [Kitchen Weekly, issue 7 (2031-W07)](<https://kitchen.example/7>), ' +
        '<t:1928836800:D> (the Friday of its week)\n\n' +
        '→ [the download](<https://teapotd.example/get>)\n\n' +
        '**Ask next**',
    },
  ]);
  assert.equal(message.content, '');
  assert.equal(message.flags, 0);
  assert.deepEqual(message.allowed_mentions, { parse: [], replied_user: false });
});

test('where embeds are not allowed the same stands in the text, and no address is unfolded', () => {
  const message = render(respond(answer), asText);
  assert.deepEqual(message.embeds, []);
  assert.match(message.content, /^\*\*✅ Yes, teapotd runs on armv6\.\*\*\n\n> “The team/);
  assert.equal(message.flags, MessageFlags.SuppressEmbeds);
  assert.deepEqual(message.components, render(respond(answer)).components);
});

test('every verdict has its own sign and colour beside its words; an answer without one has none', () => {
  const shown = (['yes', 'no', 'partly', 'planned', 'in-progress', 'unknown'] as const).map((verdict) => {
    const [embed] = render(respond([{ kind: 'lead', text: 'So.', verdict }])).embeds;
    assert.match(embed?.description ?? '', /^\*\*\S+ So\.\*\*$/);
    return [embed?.description, embed?.color] as const;
  });
  assert.equal(new Set(shown.map(([words]) => words)).size, 6);
  assert.equal(new Set(shown.map(([, colour]) => colour)).size, 6);
  const [plain] = render(respond([{ kind: 'lead', text: 'What it says:', verdict: undefined }])).embeds;
  assert.deepEqual(plain, { description: '**What it says:**' });
});

test('words that restate an issue say so and are no quote', () => {
  const [embed] = render(respond([{ kind: 'quote', text: 'Teapotd boils.', isRestated: true }])).embeds;
  assert.equal(embed?.description, '-# In our own words, after the issue:\n> Teapotd boils.');
});

test('a table row is named by its first cell, and its further cells by their columns', () => {
  const table: Block = {
    kind: 'table',
    title: 'Status of teapotd',
    columns: ['Target', 'Status', 'Since', 'Evidence'],
    rows: [['armv6', 'yes', '2031-W07', 'Ships.']],
  };
  const [embed] = render(respond([table])).embeds;
  assert.equal(embed?.description, '**Status of teapotd**\n- **armv6**: yes · Since: 2031-W07 · Evidence: Ships.');
});

test('an answer can be rated, widened and, where only the asker sees it, shared', () => {
  assert.deepEqual(labelsOf(render(respond(answer))), [
    ['does teapotd run on windows?'],
    ['More', 'Related', 'Helpful', 'Not helpful'],
  ]);
  const alone = render(respond(answer), { ...inChannel, isPrivate: true });
  assert.deepEqual(labelsOf(alone)[1]?.at(-1), 'Share in channel');
  assert.equal(alone.flags, MessageFlags.Ephemeral);
});

test('help says what is to know on Discord: how to ask, and that a reply needs its ping', () => {
  const lead: Block = { kind: 'lead', text: 'Ask.', verdict: undefined };
  const help = respond([lead], { audience: 'private', outcome: { kind: 'command', command: 'help' }, line: 'help' });
  assert.match(render(help).embeds[0]?.description ?? '', /mention me or type a slash.*leave the ping on/);
  assert.doesNotMatch(render(respond(answer)).embeds[0]?.description ?? '', /ping/);
});

test('help, refusals and greetings are neither rated nor shared, and lead to a question', () => {
  const lead: Block = { kind: 'lead', text: 'Hello.', verdict: undefined };
  const nothingMore = { moreLine: undefined, relatedLine: undefined };
  const view = { ...inChannel, isPrivate: true };
  const help = respond([lead], { ...nothingMore, audience: 'private', outcome: { kind: 'command', command: 'help' } });
  const refusal = respond([lead], { ...nothingMore, audience: 'private', outcome: { kind: 'refused' }, line: 'help' });
  const greeting = respond([lead], { ...nothingMore, outcome: { kind: 'command', command: 'ask' } });
  for (const message of [render(help, view), render(refusal, view), render(greeting)])
    assert.deepEqual(labelsOf(message), [['Ask a question']]);
});

test('no two buttons do the same: what is suggested is not offered a second time', () => {
  const response = respond([{ kind: 'suggestions', title: 'See also', questions: ['status teapotd'] }], {
    relatedLine: 'status teapotd',
  });
  assert.deepEqual(labelsOf(render(response)), [['status teapotd'], ['Helpful', 'Not helpful']]);
});

test('many or long suggestions become a menu, and one that is too long for a menu is written out as well', () => {
  const long = `does teapotd ${'really '.repeat(15)}run on armv6?`;
  const questions = ['does kettled run on armv6?', long];
  const message = render(respond([{ kind: 'suggestions', title: 'Did you mean', questions }]));
  const menu = message.components[0]?.components[0];
  assert.ok(menu !== undefined && 'options' in menu);
  assert.equal(menu.placeholder, 'Did you mean');
  assert.deepEqual(
    menu.options.map(({ value }) => value),
    questions.map((line) => encodeReplyAction({ kind: 'ask', line })),
  );
  assert.equal(message.embeds[0]?.description, `**Did you mean**\n- ${long}`);
});

test('what no menu has room for is written out', () => {
  const questions = Array.from({ length: 30 }, (_, index) => `status pot ${index}`);
  const message = render(respond([{ kind: 'suggestions', title: 'See also', questions }]));
  assert.deepEqual(labelsOf(message)[0], questions.slice(0, 25));
  assert.equal(
    message.embeds[0]?.description,
    ['**See also**', ...questions.slice(25).map((question) => `- ${question}`)].join('\n'),
  );
});

test('a long list is paged between its items, and every page says where it is', () => {
  const items = Array.from(
    { length: 60 },
    (_, index) => `Item ${index + 1} is about a kettle that sings while it boils.`,
  );
  const response = respond([{ kind: 'list', title: 'In this issue', items }]);
  const pages = [0, 1].map((page) => render(response, { ...inChannel, page }));
  assert.deepEqual(
    pages.map(({ embeds }) => embeds[0]?.footer?.text),
    ['Page 1 of 2', 'Page 2 of 2'],
  );
  assert.match(pages[1]?.embeds[0]?.description ?? '', /^\*\*In this issue\*\* \*\(continued\)\*\n- Item \d+ is/);
  const turning = pages.map(({ components }) => components[0]?.components as APIButtonComponentWithCustomId[]);
  assert.deepEqual(
    turning.map((row) => row.map(({ label, custom_id: id, disabled }) => [label, id[1], disabled ?? false])),
    [
      [
        ['Previous', '0', true],
        ['Next', '1', false],
      ],
      [
        ['Previous', '0', false],
        ['Next', '1', true],
      ],
    ],
  );
  assert.deepEqual(render(response, { ...inChannel, page: 99 }), pages[1], 'a page too high is the last');
  assert.match(render(response, { ...asText, page: 1 }).content, /\n-# Page 2 of 2$/);
});

test('a quote stays on one page with its source', () => {
  const filler: Block = { kind: 'text', text: 'It boils. '.repeat(165) };
  const [, second] = [0, 1].map((page) => render(respond([filler, quote, source]), { ...inChannel, page }));
  assert.match(second?.embeds[0]?.description ?? '', /^> “The team.*\n— “Teapotd 2\.0 is out”/);
});

test('a source that finds no room beside its quote goes to the next page', () => {
  const long: Block = { kind: 'quote', text: 'It boils. '.repeat(170), isRestated: false };
  const pages = [0, 1].map(
    (page) => render(respond([long, source]), { ...inChannel, page }).embeds[0]?.description ?? '',
  );
  assert.match(pages[0] ?? '', /^> “It boils\..*It boils\.”$/);
  assert.match(pages[1] ?? '', /^— “Teapotd/);
});

test('the source of a whole list is a paragraph of its own', () => {
  const [embed] = render(respond([{ kind: 'list', title: 'In this issue', items: ['Kettles'] }, source])).embeds;
  assert.match(embed?.description ?? '', /^\*\*In this issue\*\*\n- Kettles\n\n— “/);
});

test('the actions that a rendering needs are known before it', () => {
  const needed = actionsOf(respond(answer), { ...inChannel, isPrivate: true }).map(encodeReplyAction);
  assert.deepEqual(needed, [
    'a:does teapotd run on windows?',
    'a:status teapotd',
    'a:search teapotd',
    'u2031-W07:does teapotd run on armv6?',
    'd2031-W07:does teapotd run on armv6?',
    's:does teapotd run on armv6?',
  ]);
});

test('a response with nothing to show is still a message', () => {
  const [embed] = render(respond([{ kind: 'text', text: ' \u200b ' }])).embeds;
  assert.equal(embed?.description, 'There is nothing to show.');
});
