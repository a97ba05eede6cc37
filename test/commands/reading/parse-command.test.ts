import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commandList } from '#commands/command-list.ts';
import { MAX_QUESTION_CHARACTERS, parseCommand } from '#commands/reading/parse-command.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

/** The line as `command(argument)`, or the kind of what is no command. */
function read(line: string): string {
  const parsed = parseCommand(line);
  return parsed.kind === 'command' ? `${parsed.command}(${parsed.argument})` : parsed.kind;
}

test('a command word with what it takes is a command, however it is typed', () => {
  const cases: Record<string, string> = {
    latest: 'latest()',
    'LATEST ': 'latest()',
    '/latest': 'latest()',
    'latest!': 'latest()',
    'the latest issue': 'latest()',
    'issue 41': 'issue(41)',
    'Issue week 41': 'issue(week 41)',
    'issue of week 41': 'issue(week 41)',
    'issue 2017-W41?': 'issue(2017-W41)',
    'issue container runtime': 'issue(container runtime)',
    'status docker': 'status(docker)',
    'status: docker': 'status(docker)',
    'status of docker?': 'status(docker)',
    'status red hat software collections': 'status(red hat software collections)',
    'status node.js': 'status(node.js)',
    'status c++': 'status(c++)',
    'status of the quernd': 'status(quernd)',
    'status " quernd "': 'status(quernd)',
    'watch out for quernd': 'watch(quernd)',
    'issue of w41': 'issue(w41)',
    'help here': 'help()',
    '/forget me': 'forget()',
    '!my watches': 'watching()',
    '/latest!': 'latest()',
    'status\u00a0quernd\u2003mill': 'status(quernd mill)',
    'status "docker for mac"': 'status(docker for mac)',
    'search docker on a pi': 'search(docker on a pi)',
    'search for docker': 'search(docker)',
    help: 'help()',
    'help me': 'help()',
    '?': 'help()',
    'help status': 'help(status)',
    'help /Status': 'help(status)',
    about: 'about()',
    'ask does docker run on armv6?': 'ask(does docker run on armv6?)',
  };
  for (const [line, expected] of Object.entries(cases)) assert.equal(read(line), expected, line);
});

test('to whom a line is said, and how politely, makes no question of a command', () => {
  for (const line of [
    ': help',
    ', help',
    '- help',
    ': /help',
    ', !help',
    'okay help',
    'help — please',
    '👩‍🌾 help',
    'help 👩‍🌾',
    '– help',
    'help please',
    'please help',
    'hey help',
    'hi there, help!',
  ]) {
    assert.equal(read(line), 'help()', line);
  }
  const others: Record<string, string> = {
    ': status docker': 'status(docker)',
    'please status docker': 'status(docker)',
    'status of docker, please?': 'status(docker)',
    'latest, thank you': 'latest()',
    'latest 🎉': 'latest()',
    '👋🏽 latest': 'latest()',
    '- does docker run on armv6?': 'ask(does docker run on armv6?)',
    // What is left when the courtesy goes is no command: then it stays.
    'hey docker': 'ask(hey docker)',
    'does docker run on armv6 please?': 'ask(does docker run on armv6 please?)',
    thanks: 'ask(thanks)',
    please: 'ask(please)',
    '🎉': 'ask(🎉)',
    '-': 'ask(-)',
  };
  for (const [line, expected] of Object.entries(others)) assert.equal(read(line), expected, line);
});

test('a sentence that happens to begin with a command word is asked as a whole', () => {
  const sentences = [
    'status of docker on armv6?',
    'status is unclear to me',
    'search engine on arm?',
    'search engines that run on arm64',
    'help me run docker on a pi',
    'help docker',
    'issue with java on qemu',
    'issue tracker for alpine',
    'latest version of go?',
    'latest kernel',
    'about docker',
    'about time that windows runs on arm',
    'issues not yet resolved',
    "what's in week 41?",
  ];
  for (const line of sentences) assert.equal(read(line), `ask(${line})`, line);
});

test('a command without the option that it requires is still that command, so that it can explain itself', () => {
  for (const line of ['status', 'search?', 'issue', 'ask', 'status ???']) {
    assert.equal(read(line), `${/\w+/.exec(line)?.[0]}()`, line);
  }
});

test('a typing error in a command is a question with a hint, not that command', () => {
  const near = (line: string) => {
    const parsed = parseCommand(line);
    return parsed.kind === 'command' ? parsed.nearMiss : undefined;
  };
  assert.equal(read('serach docker'), 'ask(serach docker)');
  assert.equal(near('serach docker'), 'search docker');
  assert.equal(near('statsu docker'), 'status docker');
  assert.equal(near('lates'), 'latest');
  assert.equal(near('isue 41'), 'issue 41');
  assert.equal(near('serach engine on arm?'), undefined, 'a sentence gets no hint');
  assert.equal(near('issues docker'), undefined, 'a plural is a word of its own');
  assert.equal(near('arm docker'), undefined, 'short names are not guessed');
});

test('nothing to read and far too much to read are told apart from questions', () => {
  assert.equal(read(''), 'empty');
  assert.equal(read(' \t\u0000\n\u00a0 '), 'empty');
  assert.deepEqual(parseCommand('x'.repeat(10_000)), { kind: 'too-long', characters: 10_000 });
  assert.deepEqual(parseCommand('🤖'.repeat(1500)), { kind: 'too-long', characters: 1500 });
  assert.equal(read('🤖🦾'), 'ask(🤖🦾)');
  assert.equal(read('x'.repeat(MAX_QUESTION_CHARACTERS)), `ask(${'x'.repeat(MAX_QUESTION_CHARACTERS)})`);
});

test('every example of the command list is read as its own command', () => {
  for (const { name, examples } of commandList) {
    for (const example of examples) assert.match(read(example), new RegExp(`^${name}\\(`), example);
  }
});

test('random lines are all read without an exception, and a question keeps its words', (t) => {
  const seed = 20171013;
  t.diagnostic(`seed ${seed}`);
  const firstWord = fc.constantFrom(...commandList.map(({ name }) => name), 'serach', '/help', '"', '<!channel>');
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1200 }),
    fc.tuple(firstWord, fc.string({ unit: 'grapheme', maxLength: 80 })).map((words) => words.join(' ')),
    fc
      .array(fc.constantFrom('\u001b[31m', '((', '[[', '](', '**', '`', '\u202e', '?', ' '), { maxLength: 300 })
      .map((all) => all.join('')),
  );
  assertProperty(
    fc.property(line, (text) => {
      const parsed = parseCommand(text);
      if (parsed.kind !== 'command') return;
      assert.ok(parsed.argument.length <= MAX_QUESTION_CHARACTERS);
      assert.doesNotMatch(parsed.argument, /\p{Cc}/u);
    }),
    { seed, numRuns: 10_000 },
  );
});
