import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { endWithTests } from '../fixtures/end-with-tests.ts';
import { inventContent, projectRoot, runProgram, startProgram } from './terminal-processes.ts';

test('a person asks once: the verdict comes first, with proof, issue, date and link', async () => {
  await using content = await inventContent();
  const { output, errors, exitCode } = await runProgram([
    'ask',
    'does',
    'teapotd',
    'run on arm64?',
    '--content',
    content.path,
  ]);
  assert.equal(errors, '');
  assert.equal(exitCode, 0);
  assert.match(output, /^✔ Yes: The Teapotd daemon runs on armv7 and arm64\.\n/);
  assert.match(output, /Teapotd 2\.0 is out.*\n?.*2031-W07.*\n?.*2031-02-14/);
  assert.match(output, /https:\/\/teapotd\.example\//);
});

test('a conversation: question, follow-up, table, issue, help, goodbye', async () => {
  await using content = await inventContent();
  const lines = [
    'is there a teapotd for windows?',
    'and arm64?',
    'does spoonfs run on armv6?',
    'status spoonfs',
    'latest',
    'help search',
    'quit',
    'never read',
  ];
  const { output, errors, exitCode } = await runProgram(['chat'], `${lines.join('\n')}\n`, {
    CONTENT_DIR: content.path,
  });
  assert.equal(errors, '');
  assert.equal(exitCode, 0);
  const places = [
    /✘ No: There is no Teapotd for Windows\./,
    /✔ Yes: The Teapotd daemon runs on armv7 and arm64\./,
    // No editor has written down what that article means.
    /It seems not\. The newsletter writes:\s+[^\n]*Spoonfs does not run on armv6/,
    /armv6 +no +2031-W07/,
    /Kitchen Weekly 7\n\nIssue 2031-W07, 14 February 2031/,
    /search <words>/,
  ].map((said) => output.search(said));
  assert.ok(
    places.every((place) => place >= 0),
    `${places}\n${output}`,
  );
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.doesNotMatch(output, /never read/);
});

test('a script asks while it still thinks: each answer comes before the next question is sent', async () => {
  await using content = await inventContent();
  const program = startProgram(['ask', '--json', '--content', content.path]);
  program.stdin.write('does teapotd run on arm64?\n');
  const first = JSON.parse(String((await once(program.stdout, 'data'))[0]));
  assert.deepEqual([first.id, first.answered, first.verdict, first.citations[0].issue], ['1', true, 'yes', '2031-W07']);
  assert.deepEqual(first.citations[0].links, ['https://teapotd.example/']);
  assert.ok(first.text.length <= 900);

  program.stdin.end('{"id":"w","q":"teapotd on windows?"}\n');
  const second = JSON.parse(String((await once(program.stdout, 'data'))[0]));
  assert.deepEqual([second.id, second.verdict], ['w', 'no']);
  assert.deepEqual(await once(program, 'close'), [0, null]);
});

test('a script sends a broken line: it is told the line, and the others are answered', async () => {
  await using content = await inventContent();
  const input = `{"q": \n\n${'x'.repeat(10_000)}\nis spoonfs on armv6?`;
  const { output, errors, exitCode } = await runProgram(['ask', '--json', '--content', content.path], input);
  const records = output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    records.map(({ id, answered, verdict }) => [id, answered, verdict]),
    [
      ['1', false, null],
      ['3', false, null],
      ['4', true, 'no'],
    ],
  );
  assert.match(errors, /^Line 1: not JSON/);
  assert.equal(exitCode, 0);
});

test('whoever reads the answers may leave before the end', async () => {
  await using content = await inventContent();
  const program = startProgram(['ask', '--json', '--content', content.path]);
  let errors = '';
  program.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  program.stdin.on('error', () => {});
  program.stdin.write('does teapotd run on arm64?\n');
  await once(program.stdout, 'data');
  program.stdout.destroy();
  program.stdin.end('is spoonfs on armv6?\n'.repeat(2000));
  assert.deepEqual(await once(program, 'close'), [0, null]);
  assert.equal(errors, '');
});

test('a chat that is told to stop ends in good order', async () => {
  await using content = await inventContent();
  const program = startProgram(['chat', '--content', content.path]);
  program.stdin.write('does teapotd run on arm64?\n');
  await once(program.stdout, 'data');
  program.kill('SIGTERM');
  assert.deepEqual(await once(program, 'close'), [0, null]);
});

test('wrong usage ends with 2 and how it is used, a question that cannot be asked with 1 and why', async () => {
  await using empty = await mkdtempDisposable(join(tmpdir(), 'empty-'));
  await writeFile(join(empty.path, 'notes.md'), 'Not an issue by its name.');
  const cases: [string[], Record<string, string>, number, RegExp][] = [
    [['annouce'], {}, 2, /no subcommand "annouce"[\s\S]*Usage:/],
    [['ask', '--jason'], {}, 2, /--jason[\s\S]*Usage: ask/],
    [['ask', ' '], {}, 2, /There is no question[\s\S]*Usage: ask/],
    [['ask', 'x', '--content', '/does/not/exist'], {}, 1, /no folder "\/does\/not\/exist"/],
    [['ask', 'x', '--content', empty.path], {}, 1, /no issue/i],
    [['start'], {}, 1, /no platform has a token, and there is no terminal/],
    [
      ['start'],
      { DISCORD_TOKEN: 'secret', CONTENT_DIR: '/does/not/exist' },
      1,
      /CONTENT_DIR[\s\S]*DISCORD_TOKEN: a bot's token is expected/,
    ],
  ];
  const results = await Promise.all(cases.map(([words, settings]) => runProgram(words, '', settings)));
  for (const [index, { output, errors, exitCode }] of results.entries()) {
    const [words, , expectedCode, expected] = cases[index] ?? assert.fail();
    assert.equal(exitCode, expectedCode, words.join(' '));
    assert.match(errors, expected);
    assert.doesNotMatch(errors, /secret|\n {4}at /);
    assert.equal(output, '');
  }
});

test('help goes to standard output and ends with 0', async () => {
  const { output, errors, exitCode } = await runProgram(['ask', '--help']);
  assert.match(output, /^Usage: ask "QUESTION"/);
  assert.equal(errors, '');
  assert.equal(exitCode, 0);
});

test('check-content shows what was understood of a folder, and fails when a file cannot be used', async () => {
  await using content = await inventContent();
  const fine = await runProgram(['check-content', content.path]);
  assert.match(fine.output, /2031-W07/);
  assert.equal(fine.exitCode, 0);
  await writeFile(join(content.path, '2031', '2031-W08.md'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
  const broken = await runProgram(['check-content', '--content', content.path]);
  assert.match(broken.output + broken.errors, /2031-W08/);
  assert.equal(broken.exitCode, 1);
});

test('check-content --explain shows what the bot has of one issue and tries its questions, wherever the file lies', async () => {
  await using content = await inventContent();
  const file = join(content.path, '2031', '2031-W07.md');
  const inside = await runProgram(['check-content', '--explain', file, '--content', content.path]);
  assert.match(inside.output, /Teapotd: no on Windows\n.*There is no Teapotd for Windows\./);
  assert.match(inside.output, /draft: Spoonfs: no on armv6\n.*Spoonfs does not run on armv6\./);
  assert.match(inside.output, /Asked without themselves, 2 of 2 questions come to their fact\./);
  assert.deepEqual([inside.errors, inside.exitCode], ['', 0]);

  await using elsewhere = await mkdtempDisposable(join(tmpdir(), 'draft-'));
  const draft = join(elsewhere.path, '2031-W08.md');
  await writeFile(draft, '### Kettled\n\nKettled runs on armv6.\n');
  const outside = await runProgram(['check-content', '--explain', draft, '--content', content.path]);
  assert.match(outside.output, /draft: Kettled: yes on armv6\n[\s\S]*No facts of an editor, so no question to try\./);
  assert.ok(
    outside.output.endsWith(
      `Asked as if the file stood in ${content.path}; “--content DIR” names the folder that it is for.\n`,
    ),
  );
  assert.doesNotMatch(inside.output, /as if the file stood/);

  const missing = await runProgram(['check-content', '--explain', join(elsewhere.path, '2031-W09.md')]);
  assert.match(missing.output, /2031-W09\.md: error: cannot read it: it does not exist/);
  assert.equal(missing.exitCode, 1);
});

test('whoever reads a chat’s answers may leave before the end, without a word', async () => {
  await using content = await inventContent();
  const program = startProgram(['chat', '--content', content.path]);
  const errors = text(program.stderr);
  program.stdin.on('error', () => {});
  program.stdin.write('help\n'.repeat(2000));
  await once(program.stdout, 'data');
  program.stdout.destroy();
  program.stdin.end('help\n'.repeat(2000));
  assert.deepEqual(await once(program, 'close'), [0, null]);
  assert.equal(await errors, '');
});

test('a full disk is told in one line, by every way to ask', {
  skip: existsSync('/dev/full') ? false : 'this machine has no /dev/full',
}, async () => {
  await using content = await inventContent();
  for (const words of [['chat'], ['ask', '--json'], ['ask', 'teapotd']]) {
    const full = openSync('/dev/full', 'w');
    const program = spawn(process.execPath, [join(projectRoot, 'src/main.ts'), ...words, '--content', content.path], {
      cwd: tmpdir(),
      stdio: ['pipe', full, 'pipe'],
    });
    endWithTests(program);
    closeSync(full);
    const { stdin, stderr } = program;
    assert.ok(stdin && stderr);
    stdin.on('error', () => {});
    stdin.end('does teapotd run on arm64?\n');
    const [errors, [exitCode]] = await Promise.all([text(stderr), once(program, 'close')]);
    assert.match(errors, /^Could not write to standard output: no space is left there\.[^\n]*\n$/);
    assert.equal(exitCode, 1);
  }
});

test('a batch suggests questions only, for it knows no commands', async () => {
  await using content = await inventContent();
  const { output } = await runProgram(['ask', '--json', '--content', content.path], `{"q": ""}\n${'x'.repeat(2000)}\n`);
  const [empty, long] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(empty.suggestions.length > 0, true);
  assert.doesNotMatch(JSON.stringify([empty, long]), /"latest"|"help"|› /);
});
