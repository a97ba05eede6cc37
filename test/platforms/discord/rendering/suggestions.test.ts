import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Block } from '#conversation/reply.ts';
import { planDiscordSuggestions } from '#platforms/discord/rendering/suggestions.ts';

const group = (title: string, ...questions: string[]): Block => ({ kind: 'suggestions', title, questions });
const many = (count: number, start = 'search mill') => Array.from({ length: count }, (_, at) => `${start} ${at}`);
const plan = (...blocks: readonly Block[]) => {
  const { buttons, title, menus, listed } = planDiscordSuggestions({ blocks: [...blocks], audience: 'anyone' });
  return {
    buttons: buttons.map(({ label }) => label),
    title,
    menus: menus.map((menu) => [menu.title, menu.options.length] as const),
    listed: listed.flatMap((block) => (block.kind === 'list' ? block.items : [])),
  };
};

describe('a row of buttons', () => {
  test('for up to five short questions, all titles above', () =>
    assert.deepEqual(plan(group('Try', 'latest', 'help'), group('Or', 'about', 'search a', 'search b')), {
      buttons: ['latest', 'help', 'about', 'search a', 'search b'],
      title: 'Try · Or',
      menus: [],
      listed: [],
    }));
  test('each question once, none that is empty, and no group without any', () =>
    assert.deepEqual(plan(group('Try', 'latest', ' ', 'latest'), group('Or', 'latest')), {
      buttons: ['latest'],
      title: 'Try',
      menus: [],
      listed: [],
    }));
  test('of sixty characters at most', () => {
    assert.equal(plan(group('Try', 'x'.repeat(60))).buttons.length, 1);
    assert.deepEqual(plan(group('Try', 'x'.repeat(61))).menus, [['Try', 1]]);
  });
  test('asks the whole question', () => {
    const { buttons } = planDiscordSuggestions({ blocks: [group('Try', 'latest')], audience: 'anyone' });
    assert.deepEqual(buttons[0]?.action, { kind: 'ask', line: 'latest' });
  });
});

describe('a menu for each title', () => {
  test('for six questions', () =>
    assert.deepEqual(plan(group('Try', ...many(6))), { buttons: [], title: '', menus: [['Try', 6]], listed: [] }));
  test('of twenty-five at most; the others are listed', () => {
    const questions = many(27);
    assert.deepEqual(plan(group('Try', ...questions)), {
      buttons: [],
      title: '',
      menus: [['Try', 25]],
      listed: questions.slice(25),
    });
  });
  test('three at most; the others are listed', () => {
    const groups = ['one', 'two', 'three', 'four'].map((title) => group(title, ...many(2, title)));
    assert.deepEqual(plan(...groups), {
      buttons: [],
      title: '',
      menus: [
        ['one', 2],
        ['two', 2],
        ['three', 2],
      ],
      listed: ['four 0', 'four 1'],
    });
  });
  test('a question that no menu shows whole is listed, too', () => {
    const fits = 'x'.repeat(100);
    assert.deepEqual(plan(group('Try', fits)).listed, []);
    assert.deepEqual(plan(group('Try', `${fits}x`)).listed, [`${fits}x`]);
  });
});
