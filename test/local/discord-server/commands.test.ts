import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Routes } from 'discord.js';
import { startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import { validateCommand } from '../../../local/discord-server/validate-command.ts';
import type { JsonObject } from '../../../local/discord-server/world-model.ts';
import { connectRest, findRefusal } from './connect-rest.ts';

const text = (name: string, rest: JsonObject = {}) => ({ type: 3, name, description: 'd', ...rest });
const command = (rest: JsonObject) => ({ name: 'arm', description: 'd', ...rest });
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));

test('everything that Discord refuses in a command is found, with its place', async (t) => {
  const cases: [string, JsonObject, string][] = [
    ['capitals in a name', command({ name: 'Arm' }), 'name'],
    ['blanks in a name', command({ name: 'arm status' }), 'name'],
    ['a name of 33 characters', command({ name: 'a'.repeat(33) }), 'name'],
    ['no description', command({ description: '' }), 'description'],
    ['a description of 101 characters', command({ description: 'd'.repeat(101) }), 'description'],
    ['26 options', command({ options: many(26, (i) => text(`o${i}`)) }), 'options'],
    [
      '26 choices',
      command({ options: [text('o', { choices: many(26, (i) => ({ name: `${i}`, value: `${i}` })) })] }),
      'options.0.choices',
    ],
    [
      'a long choice',
      command({ options: [text('o', { choices: [{ name: 'x'.repeat(101), value: 'x' }] })] }),
      'options.0.choices.0.name',
    ],
    ['required after optional', command({ options: [text('a'), text('b', { required: true })] }), 'options.1'],
    ['the same option twice', command({ options: [text('a'), text('a')] }), 'options.1'],
    [
      'an option beside a subcommand',
      command({ options: [{ type: 1, name: 's', description: 'd' }, text('a')] }),
      'options.1',
    ],
    [
      'choices and completion',
      command({ options: [text('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
      'options.0.autocomplete',
    ],
    ['an unknown type of option', command({ options: [{ ...text('a'), type: 12 }] }), 'options.0'],
    [
      'more than 8000 characters',
      command({
        options: many(25, (i) =>
          text(`o${i}`, { choices: many(25, (j) => ({ name: 'n'.repeat(20), value: `${j}` })) }),
        ),
      }),
      '',
    ],
    ['a description in a menu', { name: 'Ask', type: 3, description: 'd' }, 'description'],
  ];
  for (const [name, body, place] of cases) {
    await t.test(name, () =>
      assert.ok(
        validateCommand(body).some(({ path }) => path.join('.') === place),
        JSON.stringify(validateCommand(body)),
      ),
    );
  }
  await t.test('nothing in a command that is right', () => {
    const options = [text('subject', { required: true, autocomplete: true }), text('private', { type: 5 })];
    const status = { type: 1, name: 'status', description: 'd', options };
    assert.deepEqual(validateCommand(command({ options: [status], default_member_permissions: '0' })), []);
    assert.deepEqual(validateCommand({ name: 'Ask about this', type: 3 }), []);
  });
});

test('commands are replaced as a whole, keep their ids, and come back without what says nothing', async () => {
  await using server = await startDiscordServer();
  const rest = connectRest(server);
  const route = Routes.applicationCommands(server.world.applicationId);
  const body = [command({ options: [text('subject', { required: false, choices: [] })] }), { name: 'Ask', type: 3 }];
  const first = (await rest.put(route, { body })) as JsonObject[];
  const again = (await rest.put(route, { body })) as JsonObject[];
  assert.deepEqual(
    again.map(({ id }) => id),
    first.map(({ id }) => id),
  );
  assert.deepEqual(first[0]?.options, [{ type: 3, name: 'subject', description: 'd' }]);
  assert.deepEqual(
    ((await rest.get(route)) as JsonObject[]).map(({ name }) => name),
    ['arm', 'Ask'],
  );
  assert.deepEqual(
    server.registrations.map(({ method, scope }) => [method, scope]),
    [
      ['PUT', 'global'],
      ['PUT', 'global'],
    ],
  );
});

test('commands of a guild are created, changed and deleted one by one', async () => {
  await using server = await startDiscordServer();
  const rest = connectRest(server);
  const { applicationId } = server.world;
  const route = Routes.applicationGuildCommands(applicationId, server.guildId('Workshop'));
  const { id } = (await rest.post(route, { body: command({}) })) as { id: string };
  const one = Routes.applicationGuildCommand(applicationId, server.guildId('Workshop'), id);
  assert.equal(((await rest.patch(one, { body: { description: 'new' } })) as JsonObject).description, 'new');
  await rest.delete(one);
  assert.equal(await findRefusal(rest.get(one)), 10063);
  assert.equal(await findRefusal(rest.post(route, { body: command({ name: 'Arm' }) })), 50035);
  server.changes.kickBot('Workshop');
  assert.equal(await findRefusal(rest.get(route)), 50001);
});
