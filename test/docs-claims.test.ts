import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openArchive } from '#archive/open-archive.ts';
import { MAX_FACT_BYTES, MAX_SUBJECT_BYTES } from '#archive/read-issue-file.ts';
import { buildCatalogue } from '#catalogue/catalogue.ts';
import { commandList } from '#commands/command-list.ts';
import { MAX_QUESTION_CHARACTERS } from '#commands/reading/parse-command.ts';
import { MAX_ISSUE_CHARACTERS } from '#newsletter/issues/parse-issue.ts';
import { neededPermissions } from '#platforms/discord/calling/invite.ts';
import { composeSlackManifest } from '#platforms/slack/setup/manifest.ts';
import { HISTORY_SIZE } from '#platforms/terminal/keep-history.ts';
import { projectRoot } from './docs/markdown-files.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8').replaceAll(/\s+/g, ' ');
const readme = read('README.md');
const security = read('docs/security.md');
const operations = read('docs/operations.md');
const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

function countScopes(hasAgentView: boolean): number {
  const choices = {
    slashCommand: '/arm',
    publicUrl: undefined,
    suggestedQuestions: [],
    hasAgentView,
    canLookBack: false,
  };
  const { oauth_config: oauth } = composeSlackManifest(commandList, choices) as {
    readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  };
  return oauth.scopes.bot.length;
}

test('the README counts the scopes and permissions that are asked for', () => {
  const scopes = `${numbers[countScopes(true)]} scopes (${numbers[countScopes(false)]} with \`--without-agent\`)`;
  assert.ok(readme.includes(scopes), scopes);
  const permissions = `${numbers[neededPermissions.length]} permissions`;
  assert.ok(readme.includes(permissions), permissions);
});

test('every line of the log that the README and docs/operations.md quote is one that the program writes', () => {
  const sources = globSync('src/**/*.ts', { cwd: projectRoot }).map((path) =>
    readFileSync(join(projectRoot, path), 'utf8'),
  );
  const quoted = [
    ...[...readme.matchAll(/The log says ((?:"[^"]+\."(?:,? and |, )?)+)/g)].flatMap(([, list = '']) =>
      list.match(/[^"]+\.(?=")/g),
    ),
    ...[...operations.matchAll(/the log says "([^"]+\.)"/g)].map(([, line]) => line),
  ];
  assert.ok(quoted.length >= 6, quoted.join('; '));
  for (const line of quoted)
    assert.ok(
      sources.some((source) => source.includes(`'${line}'`)),
      line ?? '',
    );
});

test('docs/security.md gives the bounds that the program has', () => {
  const characters = MAX_ISSUE_CHARACTERS.toLocaleString('en').replace(',', ' ');
  assert.ok(security.includes(`up to ${characters} characters each`), characters);
  assert.ok(security.includes(`up to ${numbers[MAX_FACT_BYTES / 1_000_000]} megabytes`));
  assert.ok(security.includes(`a list of subjects, up to ${numbers[MAX_SUBJECT_BYTES / 1_000_000]}.`));
  assert.equal(MAX_QUESTION_CHARACTERS, 1000);
  assert.match(security, /\*\*Questions\.\*\* A thousand characters/);
  const attacks = /const lengths = \[[^\]]*?([\d_]+),?\s*\];/.exec(read('test/security/measure-attack.ts'))?.[1] ?? '';
  assert.ok(security.includes(`grow to ${attacks.replace('_', ' ')} characters`), attacks);
  assert.ok(security.includes(`its latest ${HISTORY_SIZE} to ${2 * HISTORY_SIZE} lines`));
});

test('docs/operations.md has as many alerts as it says', () => {
  const page = readFileSync(join(projectRoot, 'docs/operations.md'), 'utf8');
  const section = page.split('\n## Alerts\n')[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ')).length - 1;
  assert.match(section.trim(), RegExp(`^${numbers[rows]} are enough`, 'i'));
});

test('the pictures in the README are called what they are', () => {
  const pictures = [...readme.matchAll(/!\[([^\]]*)\]\(docs\/pictures\/([\w-]+)/g)];
  assert.equal(pictures.length, 6);
  // The chats are drawn after what the bot sends; of our own page, Chromium took the picture.
  for (const [, words = '', name = ''] of pictures)
    assert.match(words, name.startsWith('web-') ? /^Screenshot / : /^Drawing /);
});

test('the README and the changelog say of the archive that comes with the program what is in it', async () => {
  const count = (pattern: string, row: RegExp) =>
    globSync(pattern, { cwd: join(projectRoot, 'content') })
      .map((path) => readFileSync(join(projectRoot, 'content', path), 'utf8').match(row)?.length ?? 0)
      .reduce((sum, rows) => sum + rows, 0);
  const issues = globSync('*/*.md', { cwd: join(projectRoot, 'content') }).length;
  const facts = count('*/*.facts.yaml', /^- /gm);
  // As the web page counts them: those that something is said of.
  await using archive = await openArchive({ dir: join(projectRoot, 'content'), log: { info() {}, warn() {} } });
  const subjects = buildCatalogue(archive.current).subjects.length;
  for (const text of [readme, read('CHANGELOG.md')]) {
    const [, saidFacts = '', saidSubjects = ''] = /some ([\d,]+) facts (?:on|and) ([\d,]+) subjects/.exec(text) ?? [];
    const isNear = (said: string, real: number) => Math.abs(Number(said.replace(',', '')) / real - 1) < 0.1;
    assert.ok(isNear(saidFacts, facts), `${facts} facts`);
    assert.ok(isNear(saidSubjects, subjects), `${subjects} subjects`);
    assert.match(text, RegExp(`\\b${issues} issues`));
  }
});
