import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { promisify } from 'node:util';
import lock from '../../package-lock.json' with { type: 'json' };
import { bundleProgram } from '../../scripts/bundle/bundle-program.ts';
import { listShippedPackages } from '../../scripts/shipped-packages.ts';
import { startMisbehavingWeb } from '../fetching/misbehaving-web.ts';
import { startPostgres } from '../fixtures/start-postgres.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';
import { composeRss, fenwick } from '../sources/feed/feed-texts.ts';

const temporary = mkdtempSync(join(tmpdir(), 'bundle-'));
after(() => rmSync(temporary, { recursive: true }));

test('what writes the bundle tells how it is used, and takes no option for a folder', () => {
  const write = (...words: string[]) =>
    spawnSync(process.execPath, [join(projectRoot, 'scripts/bundle/write-bundle.ts'), ...words], {
      cwd: temporary,
      encoding: 'utf8',
    });
  const help = write('--help');
  assert.match(help.stdout, /^usage: npm run bundle -- FOLDER/);
  assert.equal(help.status, 0);
  for (const words of [[], ['--out'], ['a', 'b', 'c']]) {
    const { status, stderr } = write(...words);
    assert.match(stderr, /^usage: npm run bundle -- FOLDER/);
    assert.equal(status, 2);
  }
});

suite('the bundle, far from the project and its packages', () => {
  const folder = join(temporary, 'program');
  before(async () => {
    await bundleProgram({ project: projectRoot, folder });
    cpSync(join(projectRoot, 'content'), join(folder, 'content'), { recursive: true });
  });

  test('answers as the source does', () => {
    const words = ['ask', 'does balena run on armv6?'];
    const answer = run(['main.js', ...words]);
    assert.match(answer.stdout, /Yes, as of October 2017: Balena runs on armv5, armv6, /);
    assert.deepEqual(answer, run([join(projectRoot, 'src/main.ts'), ...words]));
  });

  test('has every subcommand, by the name that its help gives and by npm', () => {
    const { stdout: help } = run(['main.js', '--help']);
    assert.match(help, /^Usage: node main\.js SUBCOMMAND/);
    const subcommands = [...help.matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, name]) => name);
    const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    assert.deepEqual(Object.keys(scripts).sort(), subcommands.sort());
    for (const command of Object.values<string>(scripts)) {
      const [node, ...words] = command.split(' ');
      assert.equal(node, 'node');
      const { status, stdout } = run([...words, '--help']);
      assert.match(stdout, new RegExp(`^Usage: ${words.at(-1)}\\b`));
      assert.equal(status, 0);
    }
  });

  test('checks content, prints the manifest, and looks into SQLite and Postgres', async () => {
    assert.equal(run(['main.js', 'check-content']).status, 0);
    assert.match(run(['main.js', 'manifest', 'slack']).stdout, /slash_commands:/);
    const postgres = await startPostgres();
    const examine = (database: string) => run(['main.js', 'doctor'], { DATABASE_URL: database }).stdout;
    assert.match(examine('sqlite:data/bot.sqlite'), /Store: SQLite file .* is not there yet: a start makes it/);
    assert.match(examine(await postgres.createDatabase()), /Store: Postgres database .* is reachable/);
  });

  test('fetches issues, in a process that is the bundle, too', async () => {
    await using web = await startMisbehavingWeb({ '/feed': (_, response) => response.end(composeRss([fenwick])) });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(folder, 'main.js'), 'ask', 'does fenwick 2 run on arm64?'],
      {
        env: {
          PATH: process.env.PATH,
          CONTENT_FEED: web.at('127.0.0.1', '/feed').href,
          CONTENT_ALLOW_PRIVATE: 'true',
          CONTENT_COPIES: join(temporary, 'copies'),
        },
      },
    );
    assert.match(stdout, /Fenwick 2 runs on arm64/);
  });

  test('names the licence of every package that is in it, and nothing is in it that is not shipped', () => {
    const licences = readFileSync(join(folder, 'LICENCES.txt'), 'utf8');
    const line = '='.repeat(80);
    const named = [...licences.matchAll(new RegExp(`^${line}\n(.+)\n${line}\n\nLicence: (.+)\n`, 'gm'))];
    const titles = named.map(([, title = '']) => title);
    for (const name of ['@slack/bolt', 'discord.js', 'markdown-it', 'pg', 'pino', 'prom-client'])
      assert.ok(
        titles.some((title) => title.startsWith(`${name} `)),
        name,
      );
    const shipped = new Set(listShippedPackages(lock).map(({ name, version }) => `${name} ${version}`));
    assert.deepEqual(
      titles.filter((title) => !shipped.has(title)),
      [],
    );
    assert.deepEqual(
      named.filter(([, , licence]) => licence === 'none stated'),
      [],
    );
    // Their texts, too, where their packages hold one.
    assert.ok([...licences.matchAll(/Permission is hereby granted, free of charge/g)].length > 50);
  });

  function run(words: readonly string[], settings: Readonly<Record<string, string>> = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: folder,
      env: { PATH: process.env.PATH, ...settings },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }
});

test('what the source imports and nobody can find is an error that names both', async () => {
  const project = join(temporary, 'project');
  mkdirSync(join(project, 'src'), { recursive: true });
  writeFileSync(join(project, 'src/main.ts'), "import { lost } from 'left-out';\nlost();\n");
  await assert.rejects(bundleProgram({ project, folder: join(temporary, 'none') }), /'left-out' in src\/main\.ts/);
});
