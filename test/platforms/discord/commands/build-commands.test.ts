import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { APIApplicationCommand } from 'discord.js';
import { commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { buildDiscordCommands, messageCommandName } from '#platforms/discord/commands/build-commands.ts';
import { readCommandLine, readFocusedOption } from '#platforms/discord/commands/read-command-line.ts';
import { sameCommands } from '#platforms/discord/commands/same-commands.ts';
import { validateCommand } from '../../../../local/discord-server/validate-command.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';

const wanted = buildDiscordCommands(commandList, { name: 'arm' });

test('every command of the list is a subcommand that Discord accepts, with completion and a private option', () => {
  const [slash] = wanted;
  assert.ok(slash !== undefined && 'options' in slash);
  assert.deepEqual(
    slash.options?.map(({ name }) => name),
    commandList.map(({ name }) => name),
  );
  assert.deepEqual(
    slash.options?.find(({ name }) => name === 'status'),
    {
      type: 1,
      name: 'status',
      description: 'A table of where one subject runs, and since when.',
      options: [
        { type: 3, name: 'subject', description: 'A product, project or tool.', required: true, autocomplete: true },
        { type: 5, name: 'private', description: 'Show the answer to you alone.', required: false },
      ],
    },
  );
  for (const command of wanted) assert.deepEqual(validateCommand({ ...command }), []);
});

test('a message can be asked about from its menu', () => {
  assert.deepEqual(
    wanted.map(({ type, name }) => [type, name]),
    [
      [1, 'arm'],
      [3, messageCommandName],
    ],
  );
});

test('an optional option never stands before a required one', () => {
  const option = { description: 'A pot.', kind: 'words' as const };
  const spec: CommandSpec = {
    name: 'brew',
    description: 'Brews.',
    options: [
      { ...option, name: 'lid', isRequired: false },
      { ...option, name: 'pot', isRequired: true },
    ],
    examples: [],
    phrases: [],
    whoMay: 'anyone',
  };
  const [brew] = buildDiscordCommands([spec], { name: 'kitchen' });
  assert.ok(brew !== undefined);
  assert.deepEqual(validateCommand({ ...brew }), []);
});

/** What Discord gives back for what was registered: ids, versions, defaults filled in, falsehoods left out. */
function registered(): APIApplicationCommand[] {
  const withoutFalse = (text: string) => JSON.parse(text, (_, value) => (value === false ? undefined : value));
  return withoutFalse(JSON.stringify(wanted))
    .map((command: object, index: number) => ({
      description: '',
      ...command,
      id: `${index}`,
      application_id: '1',
      guild_id: '2',
      version: `${index}`,
      default_member_permissions: null,
      default_permission: true,
      dm_permission: true,
      nsfw: false,
      name_localizations: null,
      description_localizations: null,
    }))
    .reverse();
}

test('what Discord adds to registered commands makes no difference', () => {
  assert.equal(sameCommands(registered(), wanted), true);
});

test('a command too many, too few or changed is a difference', () => {
  const [first, second] = registered() as [APIApplicationCommand, APIApplicationCommand];
  assert.equal(sameCommands([first], wanted), false);
  assert.equal(sameCommands([first, second, { ...first, name: 'Boil' }], wanted), false);
  assert.equal(sameCommands([first, { ...second, description: 'Other.' }], wanted), false);
  assert.equal(sameCommands([first, { ...second, nsfw: true }], wanted), false);
  assert.equal(sameCommands([first, { ...second, contexts: [0] }], wanted), false);
  assert.equal(sameCommands([first, { ...second, integration_types: [0, 1] }], wanted), false);
  const turned = wanted.map((command) => ({
    ...command,
    ...(command.contexts ? { contexts: command.contexts.toReversed() } : {}),
  }));
  assert.equal(sameCommands(registered(), turned), true);
  const renamed = JSON.parse(JSON.stringify(second).replace('"subject"', '"thing"'));
  assert.equal(sameCommands([first, renamed], wanted), false);
  const uncompleted = JSON.parse(JSON.stringify(second).replace('"autocomplete":true', '"autocomplete":false'));
  assert.equal(sameCommands([first, uncompleted], wanted), false);
});

const line = (command: string, option: string, value: string) =>
  readCommandLine([{ name: command, options: [{ name: option, value }] }], commandList).line;

test('the core reads each option as the command and the words that were chosen, whatever they are', () => {
  const cases = [
    ['ask', 'question', 'status of samba on armv6?'],
    ['status', 'subject', 'samba for mac'],
    ['status', 'subject', 'is it'],
    ['search', 'words', 'what runs on the pi'],
    ['issue', 'issue', '2017-W41'],
    ['issue', 'issue', 'container runtime'],
    ['help', 'command', 'status'],
  ] as const;
  for (const [command, option, value] of cases) {
    assert.deepEqual(parseCommand(line(command, option, value)), { kind: 'command', command, argument: value }, value);
  }
  assert.deepEqual(parseCommand(line('status', 'subject', ' "samba"\nfor mac ')), {
    kind: 'command',
    command: 'status',
    argument: 'samba for mac',
  });
  assert.equal(line('status', 'subject', '“Quernd” server'), 'status "Quernd server"');
  assert.equal(line('help', 'command', 'status'), 'help status');
  for (const nothing of ['', ' ', '""', '“ ”']) assert.equal(line('status', 'subject', nothing), 'status', nothing);
});

test('a question is the line itself, as everywhere: a command typed there is still a command', () => {
  assert.equal(line('ask', 'question', ' does samba\nrun? '), 'does samba run?');
  assert.equal(line('ask', 'question', 'help'), 'help');
  assert.equal(line('ask', 'question', 'does\u00a0quernd\u3000run?'), 'does quernd run?');
});

test('private is read where it was given, and an unknown command asks for help', () => {
  const options = (value: boolean) => [{ name: 'latest', options: [{ name: 'private', value }] }];
  assert.deepEqual(readCommandLine(options(true), commandList), { line: 'latest', isPrivate: true });
  assert.deepEqual(readCommandLine(options(false), commandList), { line: 'latest', isPrivate: false });
  assert.deepEqual(readCommandLine([{ name: 'latest' }], commandList), { line: 'latest', isPrivate: undefined });
  assert.deepEqual(readCommandLine([], commandList), { line: 'help', isPrivate: undefined });
  const odd = [{ name: 'latest', options: [{ name: 'private', value: 'yes' }] }];
  assert.deepEqual(readCommandLine(odd, commandList), { line: 'latest', isPrivate: undefined });
});

test('what is being typed is known with the kind of its option', () => {
  const typing = [{ name: 'status', options: [{ name: 'subject', value: 'sam', focused: true }] }];
  assert.deepEqual(readFocusedOption(typing, commandList), { kind: 'subject', typed: 'sam' });
  const begun = [{ name: 'status', options: [{ name: 'subject', focused: true }] }];
  assert.deepEqual(readFocusedOption(begun, commandList), { kind: 'subject', typed: '' });
  assert.equal(readFocusedOption([{ name: 'latest', options: [] }], commandList), undefined);
});

test('the commands, whole, as Discord is told of them', (t) => {
  matchFixture(t, wanted, 'discord-commands.txt');
});
