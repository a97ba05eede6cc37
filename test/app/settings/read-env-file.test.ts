import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtempDisposable, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { type EnvFile, readEnvFile } from '#app/settings/read-env-file.ts';
import { actAsNobody } from '../../storage/act-as-nobody.ts';

async function read(content: string | Uint8Array, name = '.env'): Promise<EnvFile> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'env-file-'));
  await writeFile(join(folder.path, name), content);
  return readEnvFile(folder.path);
}

const two = 'LOG_LEVEL=debug\r\nSLACK_PORT=3000\r\n';
const values = { LOG_LEVEL: 'debug', SLACK_PORT: '3000' };
const utf16 = (text: string, mark: string) => Buffer.from(mark + text, 'utf16le');

describe('is read however it was saved', () => {
  const forms: Record<string, string | Uint8Array> = {
    'with CRLF': two,
    'with a byte order mark': `\uFEFF${two}`,
    'with quotes, blanks and export': `  export LOG_LEVEL = "debug"\nSLACK_PORT='3000' # a port\n`,
    'with the line ends of an old Mac': two.replaceAll('\r\n', '\r'),
    'in UTF-16': utf16(two, '\uFEFF'),
    'in UTF-16 without a mark': utf16(two, ''),
    'in UTF-16 the other way round': utf16(two, '\uFEFF').swap16(),
    'in UTF-16 the other way round, without a mark': utf16(two, '').swap16(),
  };
  for (const [form, content] of Object.entries(forms)) {
    test(form, async () => {
      const file = await read(content);
      assert.deepEqual({ ...file.values }, values);
      assert.deepEqual(file.problems, []);
      const expected = form.includes('UTF-16') ? [/UTF-16.*save it as UTF-8/] : [];
      assert.equal(file.hints.length, expected.length);
      for (const [at, pattern] of expected.entries()) assert.match(file.hints[at] ?? '', pattern);
    });
  }
});

describe('what cannot be meant as it stands is told, with its line and never with its value', () => {
  const cases: [name: string, content: string, problem: RegExp][] = [
    [
      'a quote that is not closed',
      '\nSECRET_KEY="open-sesame\nPORT=1\n',
      /line 2: the quote \("\) before the value of SECRET_KEY/,
    ],
    ['a quote that only another line closes', 'SECRET_KEY="open-sesame\nPORT="1"\n', /line 1: the quote/],
    [
      'a value with # in it',
      'ANNOUNCE_CHANNELS=slack:#open-sesame\n',
      /line 1: what follows # in the value of ANNOUNCE_CHANNELS/,
    ],
    [
      'an address whose password has # in it',
      'DATABASE_URL=postgres://b:open#sesame@d/b\n',
      /line 1: what follows # .*DATABASE_URL/,
    ],
    ['an empty value below a full one', 'SECRET_KEY=open-sesame\nSECRET_KEY=\n', /SECRET_KEY stands in lines 1 and 2/],
  ];
  for (const [name, content, problem] of cases) {
    test(name, async () => {
      const { problems } = await read(content);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
      assert.doesNotMatch(problems.join(), /sesame/);
    });
  }

  test('a value that is a remark as a whole, which may be meant', async () => {
    const { problems, hints } = await read('PORT=# the default\nANNOUNCE_CHANNELS=#open-sesame\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(hints, [
      '.env, line 2: ANNOUNCE_CHANNELS is empty, for what begins with # is a remark. Put the whole value into quotes.',
    ]);
  });

  test('a value in an old encoding', async () => {
    const { problems } = await read(Buffer.from('# sch\xf6n\nSECRET_KEY=sesam\xf6\n', 'latin1'));
    assert.match(problems.join('\n'), /^\.env, line 2: the value of SECRET_KEY is not UTF-8\.[^\n]*$/);
  });
});

describe('what looks like a slip is a hint, with what may have been meant', () => {
  const cases: [content: string, hint: RegExp | undefined][] = [
    ['DISCORD_TOKN=a', /line 1: DISCORD_TOKN is no setting of the bot\. Did you mean DISCORD_TOKEN\?/],
    ['SLACK_BOTTOKEN=a', /Did you mean SLACK_BOT_TOKEN\?/],
    ['slack_bot_token=a', /Did you mean SLACK_BOT_TOKEN\?/],
    ['DISCORD-TOKEN=a', /Did you mean DISCORD_TOKEN\?/],
    ['DISCORD_BOT_TOKEN=a', /Did you mean DISCORD_TOKEN\?/],
    ['SLACK_TOKEN=a', /Did you mean SLACK_BOT_TOKEN or SLACK_APP_TOKEN\?/],
    ['LOG_LVEL=a', /Did you mean LOG_LEVEL\?/],
    ['TIMEZONE=a', /Did you mean ANNOUNCE_TIMEZONE\?/],
    ['FAVOURITE_TEA=green', /FAVOURITE_TEA is no setting of the bot\. The file \.env\.example/],
    ['set LOG_LEVEL=debug', /line 1: it is not understood\. Write NAME=value/],
    ['$env:LOG_LEVEL = "debug"', /line 1: it is not understood/],
    ['PORT=1\nPORT=2', /PORT stands in lines 1 and 2, and the last one counts/],
    ['COMPOSE_PROJECT_NAME=tea\nNODE_OPTIONS=--a\nTZ=UTC\nHTTPS_PROXY=x', undefined],
    ['PORT=\n# PORT=3\nPORT=2 # two', undefined],
  ];
  for (const [content, hint] of cases) {
    test(content.replaceAll('\n', ', '), async () => {
      const { hints, problems } = await read(content);
      assert.deepEqual(problems, []);
      assert.equal(hints.length, hint ? 1 : 0, hints.join('\n'));
      if (hint) assert.match(hints[0] ?? '', hint);
    });
  }

  test('a file under another name', async () => {
    for (const name of ['.env.txt', 'env.txt', '.env.local', 'env'])
      assert.ok(
        (await read(two, name)).hints.join().startsWith(`${name}: it is not read. Give it the name .env`),
        name,
      );
  });
});

describe('what cannot be read says why, and what to do', () => {
  const cases: [name: string, make: (path: string) => Promise<unknown>, problem: RegExp][] = [
    ['a folder', (path) => mkdir(path), /^\.env: it is a folder\. Put a file/],
    [
      'a file of somebody else',
      (path) => writeFile(path, two).then(() => chmod(path, 0)),
      /may not read it\. Make it readable/,
    ],
    ['a link that leads nowhere', (path) => symlink('absent', path), /leads to no file\. Correct the link/],
    ['a link that leads to itself', (path) => symlink('.env', path), /leads to no file/],
  ];
  for (const [name, make, problem] of cases) {
    test(name, async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'env-file-'));
      await chmod(folder.path, 0o755);
      await make(join(folder.path, '.env'));
      const { problems, values: found } = await actAsNobody(() => readEnvFile(folder.path));
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', problem);
      assert.deepEqual(found, {});
    });
  }

  test('nothing is said of no file at all', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'env-file-'));
    assert.deepEqual(await readEnvFile(folder.path), { values: {}, problems: [], hints: [] });
  });
});
