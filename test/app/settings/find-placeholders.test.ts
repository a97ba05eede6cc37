import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listSettings } from '#app/settings/all-settings.ts';
import { checkPlatformSettings } from '#app/settings/platforms.ts';
import { projectRoot } from '../../docs/markdown-files.ts';

const problemsOf = (environment: Record<string, string>) =>
  (checkPlatformSettings(environment, '/').problems ?? []).join('\n');
const real = { SLACK_BOT_TOKEN: 'xoxb-1-2-a', SLACK_APP_TOKEN: 'xapp-1-A1-2-b' };

test('what the README and others write in place of a token is told, by its name', () => {
  const placeholders = [
    'xoxb-…',
    'xoxb-...',
    'xoxb-your-bot-token',
    'xoxb-your_token',
    'xoxb-token',
    'xoxb-xxxxxxxxxxxx-xxxx',
    'xoxb-<paste-it>',
    'xoxb-changeme',
    'xoxb-***',
    ...[
      'my-bot',
      'goes-here',
      'change-me',
      'placeholder',
      'example',
      'insert-it',
      'paste-it',
      'TODO',
      'fixme',
      'dummy',
    ].map((words) => `xoxb-${words}`),
    ...['xoxb-it>', 'xoxb-it]', 'xoxb-it}', 'xoxb-it)'],
  ];
  for (const placeholder of placeholders) {
    const problems = problemsOf({ ...real, SLACK_BOT_TOKEN: placeholder });
    assert.match(problems, /^SLACK_BOT_TOKEN: this is a placeholder\. Put the real value/, placeholder);
    assert.doesNotMatch(problems, /xoxb-\w/);
  }
});

test('every value that the README shows for a token is told as none', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const shown = Object.fromEntries(
    Array.from(readme.matchAll(/^ *((?:SLACK|DISCORD)_\w*TOKEN)=(.+)$/gm), ([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  assert.deepEqual(Object.keys(shown).sort(), ['DISCORD_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN']);
  for (const [name, value] of Object.entries(shown))
    assert.match(problemsOf({ ...real, [name]: value }), RegExp(`${name}: `));
});

test('a character that copying has brought along is named, and a token without one is let be', () => {
  assert.match(
    problemsOf({ ...real, SLACK_APP_TOKEN: 'xapp-1-\u200bb' }),
    /^SLACK_APP_TOKEN: .*\(U\+200B\)\. Copy it again/,
  );
  assert.match(problemsOf({ ...real, SLACK_APP_TOKEN: 'xapp-1 b' }), /\(U\+0020\)/);
  assert.equal(problemsOf(real), '');
  assert.equal(problemsOf({ ...real, SLACK_BOT_TOKEN: 'xoxb-1-todos2-here5-xxxx7' }), '', 'words within others');
  assert.equal(problemsOf({ DISCORD_TOKEN: 'Bot MTIz.abc-d_.eyour0' }), '');
});

test('where the form is wrong already, that is all that is said', () => {
  assert.match(
    problemsOf({ ...real, SLACK_BOT_TOKEN: 'your-token' }),
    /^SLACK_BOT_TOKEN: a token that begins with[^\n]*$/,
  );
});

test('quotes that Docker hands on are no part of a value', () => {
  assert.equal(problemsOf({ SLACK_BOT_TOKEN: '"xoxb-1-2-a"', SLACK_APP_TOKEN: '“xapp-1-b”' }), '');
});

test('secrets of one’s own and the password of the database are looked at, too', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ SECRET_KEY: 'your-secret-key-of-32-characters-or-more' }, /^SECRET_KEY: this is a placeholder\. Make/],
    [{ SLACK_STATE_SECRET: 'changeme' }, /SLACK_STATE_SECRET: this is a placeholder/],
    [{ DATABASE_URL: 'postgres://bot:PASSWORD@postgres:5432/bot' }, /DATABASE_URL: its password is a placeholder/],
    [{ DATABASE_URL: 'postgres://…' }, /DATABASE_URL: /],
    ...['<password>', '...', 'your-password', 'changeme'].map((password): [Record<string, string>, RegExp] => [
      { DATABASE_URL: `postgres://bot:${password}@db/bot` },
      /DATABASE_URL: its password is a placeholder/,
    ]),
    ...['change-me', 'change_me', 'placeholder', 'example', 'insert', 'paste'].map(
      (words): [Record<string, string>, RegExp] => [
        { SECRET_KEY: `${words} ${'k'.repeat(32)}` },
        /SECRET_KEY: this is a placeholder/,
      ],
    ),
  ];
  for (const [environment, expected] of cases) assert.match(problemsOf(environment), expected);
  assert.equal(problemsOf({ SECRET_KEY: '0123456789abcdef'.repeat(4), DATABASE_URL: 'postgres://bot:tea@db/bot' }), '');
});

test('the names that are known in .env are those of .env.example', () => {
  const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  const listed = Array.from(example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm), ([, name]) => name);
  assert.deepEqual(Object.keys(listSettings()).sort(), listed.sort());
});
