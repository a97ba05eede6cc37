import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import { completeLine } from '#commands/completion/line.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { chatSurface, type Surface } from '#commands/surface.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { kitchenArchive } from './invented-archive.ts';

const terminal: Surface = { hasChannels: false, ownWords: { quit: 'Leave the kitchen.' } };

function say(line: string, surface: Surface = terminal): string {
  const context = { snapshot: kitchenArchive, version: '9.8.7', today: '2033-02-14', surface };
  return replyToText(answerLine(line, context).reply, 5000);
}

const complete = (line: string, surface = terminal) => completeLine(line, kitchenArchive, surface).candidates;
const channelCommands = (commandList as readonly CommandSpec[]).filter(({ needsChannels }) => needsChannels);

test('without channels neither help nor its examples nor the Tab key offer what needs one', () => {
  assert.deepEqual(
    channelCommands.map(({ name }) => name),
    ['watch', 'unwatch', 'watching', 'subscribe', 'unsubscribe', 'subscriptions', 'post', 'forget'],
  );
  for (const { name } of channelCommands) {
    assert.doesNotMatch(say('help'), RegExp(`\\b${name}\\b`));
    assert.match(say('help', chatSurface), RegExp(`\\b${name}\\b`));
    assert.deepEqual(
      complete(name.slice(0, 5)).filter((found) => found.startsWith(name)),
      [],
    );
    assert.ok(complete(name.slice(0, 5), chatSurface).some((found) => found.trim() === name));
  }
});

test('a word of the place itself is in help, is explained, and is completed', () => {
  assert.match(say('help'), /quit.*Leave the kitchen\./);
  assert.equal(say('help quit'), 'quit: Leave the kitchen.');
  assert.equal(say('help QUIT?'), 'quit: Leave the kitchen.');
  assert.deepEqual(complete('qui'), ['quit']);
  assert.deepEqual(complete('help q'), ['quit']);
  assert.doesNotMatch(say('help', chatSurface), /quit/);
});

test('help about a command that is not there says so, and what is; about a subject it is a question', () => {
  assert.match(say('help foo'), /^There is no command “foo”\.\nTry\n› help\n› search foo$/);
  assert.match(say('help stauts!'), /^There is no command “stauts”\.\nTry\n› help status\n› help$/);
  assert.match(say('help quit', chatSurface), /^There is no command “quit”/);
  assert.doesNotMatch(say('help kettlectl'), /no command/);
  assert.equal(say('help please'), say('help'));
});

test('no description says twice what may be left out', () => {
  for (const { name } of commandList)
    assert.doesNotMatch(say(`help ${name}`, chatSurface), /left out.*left out/s, name);
});
