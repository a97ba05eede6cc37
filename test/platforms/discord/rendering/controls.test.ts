import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Response } from '#conversation/response.ts';
import { type PlannedRow, planDiscordControls } from '#platforms/discord/rendering/controls.ts';
import { asResponse } from '../../../fixtures/hostile-response.ts';

const answer: Response = {
  ...asResponse([{ kind: 'lead', text: 'Yes.', verdict: 'yes' }]),
  outcome: { kind: 'answered', verdict: 'yes' },
  line: 'does kettlectl run?',
  moreLine: 'status kettlectl',
  relatedLine: 'search kettlectl',
};
const alone = { page: 0, pageCount: 1, isPrivate: false };
const ask = (line: string) => ({ label: line, action: { kind: 'ask' as const, line } });
const show = (rows: readonly PlannedRow[]) =>
  rows.map((row) => (row.kind === 'menu' ? `menu ${row.title}` : row.buttons.map(({ label }) => label)));
const none = { buttons: [], menus: [] };

test('below an answer one can go on and rate; only what is no answer offers to ask', () => {
  assert.deepEqual(show(planDiscordControls(answer, none, alone)), [['More', 'Related', 'Helpful', 'Not helpful']]);
  const refused: Response = {
    ...answer,
    moreLine: undefined,
    relatedLine: undefined,
    outcome: { kind: 'refused' } as never,
  };
  assert.deepEqual(show(planDiscordControls(refused, none, alone)), [['Ask a question']]);
});

test('what is suggested is not offered a second time, neither as a button nor in a menu', () => {
  const buttons = [ask('status kettlectl'), ask('latest'), ask('latest')];
  const menus = [{ title: 'See also', options: [ask('latest'), ask('search kettlectl'), ask('about')] }];
  const rows = planDiscordControls(answer, { buttons, menus }, alone);
  assert.deepEqual(show(rows), [['status kettlectl', 'latest'], 'menu See also', ['Helpful', 'Not helpful']]);
  const [menu] = rows.flatMap((row) => (row.kind === 'menu' ? [row] : []));
  assert.deepEqual(
    menu?.options.map(({ label }) => label),
    ['search kettlectl', 'about'],
  );
  const empty = { buttons: [ask('about')], menus: [{ title: 'See also', options: [ask('about')] }] };
  assert.deepEqual(show(planDiscordControls(answer, empty, alone))[1], ['More', 'Related', 'Helpful', 'Not helpful']);
});

test('pages are turned both ways; at an end the button that leads nowhere cannot be pressed', () => {
  const ends = (page: number) =>
    planDiscordControls(answer, none, { page, pageCount: 3, isPrivate: false })
      .slice(0, 1)
      .flatMap((row) => (row.kind === 'menu' ? [] : row.buttons.map(({ label, isDisabled }) => [label, isDisabled])));
  assert.deepEqual(ends(0), [
    ['Previous', true],
    ['Next', false],
  ]);
  assert.deepEqual(ends(1), [
    ['Previous', false],
    ['Next', false],
  ]);
  assert.deepEqual(ends(2), [
    ['Previous', false],
    ['Next', true],
  ]);
});

test('a row has five buttons and goes on in the next; a message has five rows', () => {
  const buttons = Array.from({ length: 6 }, (_, i) => ask(`ask ${i}`));
  assert.deepEqual(
    show(planDiscordControls(answer, { ...none, buttons }, alone)).map((row) => row.length),
    [5, 1, 4],
  );
  const many = Array.from({ length: 40 }, (_, i) => ask(`ask ${i}`));
  assert.equal(planDiscordControls(answer, { ...none, buttons: many }, alone).length, 5);
});

test('only what one person sees can be shown to the others', () => {
  const labels = (isPrivate: boolean) => show(planDiscordControls(answer, none, { ...alone, isPrivate })).flat();
  assert.ok(labels(true).includes('Share in channel'));
  assert.ok(!labels(false).includes('Share in channel'));
});
