import { test } from 'node:test';
import { parseCommandLine } from '#app/command-line/command-line.ts';
import { listSubcommands } from '#app/command-line/subcommands.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';

const wrong: readonly (readonly string[])[] = [
  ['ask', '--jsn'],
  ['ask', '--contnt', 'x'],
  ['start', '--json'],
  ['ask', '--content'],
  ['ask', '--content', '-x'],
  ['ask', '--json=yes'],
  ['ask', '-x'],
  ['ask', 'a', 'b', 'c', '--json'],
  ['check-content', 'one', 'two'],
  ['manifest', 'slack', '--zzzzzz'],
  ['-v'],
  ['-h'],
  ['asl'],
];

test('the help of the program and of every subcommand, whole; and what is said of wrong usage', (t) => {
  const lines = [['--help'], ...listSubcommands(chatPlatforms).map(({ name }) => [name, '--help']), ...wrong];
  const shown = lines.map((words) => {
    const line = parseCommandLine(words);
    const { subcommand: _, ...rest } = line.kind === 'run' ? line : { ...line, subcommand: undefined };
    return `> ${words.join(' ')}\n${'text' in rest ? `${rest.kind}\n${rest.text}` : JSON.stringify(rest)}`;
  });
  matchFixture(t, shown.join('\n'), 'command-line.txt');
});
