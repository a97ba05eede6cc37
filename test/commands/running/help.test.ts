import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commandList } from '#commands/command-list.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { chatSurface, type Surface } from '#commands/surface.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventIssue, kitchenArchive, withFacts } from '../invented-archive.ts';

const terminal: Surface = { hasChannels: false, ownWords: { clear: 'Empties the screen.' } };
const reply = (line: string, surface = chatSurface) =>
  answerLine(line, { snapshot: kitchenArchive, version: '1', today: '2033-02-14', surface }).reply;
const say = (line: string, surface = chatSurface) => replyToText(reply(line, surface), 9000);

describe('help', () => {
  test('lists the commands that work here, and the words of the place', () => {
    const typed = (surface: Surface) =>
      reply('help', surface).blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.map(([usage]) => usage?.split(' ')[0]) : [],
      );
    assert.deepEqual(
      typed(chatSurface),
      commandList.map(({ name }) => name),
    );
    assert.ok(!typed(terminal).includes('subscribe'));
    assert.equal(typed(terminal).at(-1), 'clear');
  });

  test('offers whole lines that show something and change nothing', () => {
    const offered = reply('help').blocks.flatMap((block) => (block.kind === 'suggestions' ? block.questions : []));
    assert.ok(offered.includes('latest') && offered.includes('about') && offered.includes('subscriptions'));
    for (const line of ['help', 'status', 'subscribe', 'unsubscribe', 'post', 'forget'])
      assert.ok(!offered.includes(line), line);
  });

  test('is for whoever asked alone', () => assert.equal(reply('help').audience, 'private'));

  test('explains one command: what it takes, what may be left out, and examples', () => {
    assert.match(
      say('help status'),
      /^status <subject>: A table.*\n.*\n• subject: [^\n]*\.\nExample\n› status Kettlectl$/s,
    );
    assert.doesNotMatch(say('help status'), /left out/);
    assert.match(say('help subscribe'), /^subscribe \[when\]: .* Can be left out\./s);
    assert.match(say('help latest'), /\nExample\n› latest$/);
  });

  test('explains a word of the place', () => {
    for (const line of ['help clear', 'help CLEAR'])
      assert.match(say(line, terminal), /^clear: Empties the screen\./, line);
  });

  test('of a word that is nearly a command offers that command, of another a search', () => {
    assert.match(say('help statsu'), /There is no command “statsu”\.\n.*\n› help status\n› help$/);
    assert.match(say('!help statsu'), /There is no command “statsu”/);
    assert.match(say('help xyzzy'), /There is no command “xyzzy”\.\n.*\n› help\n› search xyzzy$/);
  });

  test('a word that the archive knows is asked about', () => assert.match(say('help kettlectl'), /Kettlectl/));
});

describe('of many issues that fit', () => {
  const archive = (count: number) =>
    buildSnapshot(
      Array.from({ length: count }, (_, at) =>
        withFacts(
          inventIssue(`${2020 + at}-W07`, `${2020 + at}-02-14`, [{ heading: 'Mills', sentences: ['They run.'] }]),
        ),
      ),
    );
  const others = (count: number) =>
    answerLine('issue week 7', { snapshot: archive(count), version: '1', today: '2033-02-14' }).reply.blocks.flatMap(
      (block) => (block.kind === 'suggestions' ? [[block.title, block.questions.length]] : []),
    );
  test('one has no others', () => assert.deepEqual(others(1), []));
  test('five others are all named', () => assert.deepEqual(others(6), [['Other issues that fit', 5]]));
  test('of six, five', () => assert.deepEqual(others(7), [['6 more issues fit, among them', 5]]));
});
