import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommandLine } from '#app/command-line/command-line.ts';
import { listSubcommands } from '#app/command-line/subcommands.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';

test('a subcommand is read with its options and bare words, options anywhere', () => {
  const line = parseCommandLine(['ask', 'does', 'it', '--content', 'news', 'boil?']);
  assert.equal(line.kind, 'run');
  assert.deepEqual(line.kind === 'run' && [line.subcommand.name, line.words, { ...line.values }], [
    'ask',
    ['does', 'it', 'boil?'],
    { content: 'news' },
  ]);
});

test('help is there for the program and for each subcommand, and names every option', () => {
  const program = parseCommandLine(['--help']);
  for (const { name, options } of listSubcommands(chatPlatforms)) {
    assert.ok(program.kind === 'help' && program.text.includes(name));
    const help = parseCommandLine([name, '--help']);
    assert.equal(help.kind, 'help');
    for (const option of Object.keys(options))
      assert.ok(help.kind === 'help' && help.text.includes(`--${option}`), option);
  }
});

test('wrong usage is named', () => {
  const wrong: [string[], RegExp][] = [
    [[], /^Usage/],
    [['anounce'], /no subcommand "anounce"/],
    [['ask', '--jsn'], /--jsn/],
    [['ask', '--content'], /--content/],
    [['ask', '--content='], /--content needs a folder/],
    [['ask', '--json=yes'], /--json/],
    [['chat', 'hello'], /"hello"/],
    [['start', '--json'], /^There is no option --json of start\. It is one of ask, report, doctor\./],
    [['ask', '--jsn'], /^There is no option --jsn\. Did you mean --json\?/],
    [['ask', '--content'], /^Option --content needs a value: --content DIR\./],
    [['ask', '--json=yes'], /^Option --json takes nothing; found --json=yes\./],
    [['ask', 'does', 'it', '--json=yes', 'boil'], /^Option --json takes nothing; found --json=yes\./],
    [['manifest', '--url', '--command'], /^Option --url needs a value: --url URL\./],
    [['check-content', 'one', 'two'], /"two"/],
  ];
  for (const [words, expected] of wrong) {
    const line = parseCommandLine(words);
    assert.equal(line.kind, 'wrong-usage', words.join(' '));
    assert.match(line.kind === 'wrong-usage' ? line.text : '', expected);
    assert.match(line.kind === 'wrong-usage' ? line.text : '', /Usage: /);
  }
});
