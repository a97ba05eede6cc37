import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { GitSource } from '#sources/content-source.ts';
import { contentFolderOf, copyFolderOf, nameSource } from '#sources/content-source.ts';
import { parseSource } from '#sources/parse-source.ts';

const git = 'https://git.example/news.git';
const feed = 'https://news.example/feed.xml?key=k-123';

function parse(settings: Record<string, string>) {
  return parseSource((name) => settings[name], { copiesFolder: '/data/content', userAgent: 'test' });
}

test('without an address, issues are read from a folder', () => {
  assert.deepEqual(parse({}), { settings: undefined, problems: [] });
});

test('a repository is the whole of it, or a branch, or a folder', () => {
  const cases: [string, string | undefined, string][] = [
    [git, undefined, ''],
    [`${git}#`, undefined, ''],
    [`${git}#main`, 'main', ''],
    [`${git}#main:content`, 'main', 'content'],
    [`${git}#:content/2031/`, undefined, 'content/2031'],
    [`${git}#release/v1.2:./content`, 'release/v1.2', 'content'],
  ];
  for (const [text, branch, folder] of cases) {
    const { settings, problems } = parse({ CONTENT_GIT: text });
    assert.deepEqual(problems, [], text);
    const source = settings?.source as GitSource;
    assert.deepEqual([source.address, source.branch, source.folder], [git, branch, folder], text);
  }
});

test('what is not said is as it is for most', () => {
  const { settings } = parse({ CONTENT_FEED: feed });
  assert.deepEqual(settings, {
    source: {
      kind: 'feed',
      address: feed,
      copiesFolder: '/data/content',
      factsFolder: undefined,
      allowsPrivate: false,
      userAgent: 'test',
    },
    everyMs: 300_000,
    hookSecret: undefined,
  });
});

describe('what cannot be meant is told by its name, with what to do', () => {
  const cases: [string, Record<string, string>, RegExp][] = [
    ['both', { CONTENT_GIT: git, CONTENT_FEED: feed }, /^CONTENT_FEED: .*Keep one/],
    ['ssh', { CONTENT_GIT: 'git@git.example:me/news.git' }, /^CONTENT_GIT: .*https:\/\/git\.example\/me\/news\.git/],
    [
      'ssh as an address',
      { CONTENT_GIT: 'ssh://git@git.example/me/news.git' },
      /https:\/\/git\.example\/me\/news\.git/,
    ],
    [
      'a page of a third',
      { CONTENT_GIT: 'https://git.example/me/news/src/branch/main/content' },
      /Write https:\/\/git\.example\/me\/news\.git#main:content/,
    ],
    ['a file', { CONTENT_GIT: '/srv/news.git' }, /^CONTENT_GIT: .*https:\/\//],
    ['a password', { CONTENT_GIT: 'https://me:secret@git.example/n.git' }, /^CONTENT_GIT: .*CONTENT_GIT_TOKEN/],
    ['a password alone', { CONTENT_GIT: 'https://:secret@git.example/n.git' }, /^CONTENT_GIT: .*CONTENT_GIT_TOKEN/],
    ['a password of a feed', { CONTENT_FEED: 'https://me:secret@news.example/f' }, /^CONTENT_FEED: /],
    [
      'a page of a site',
      { CONTENT_GIT: 'https://github.com/me/news/tree/main/content' },
      /Write https:\/\/github\.com\/me\/news\.git#main:content/,
    ],
    [
      'a page of another',
      { CONTENT_GIT: 'https://gitlab.com/me/news/-/tree/main' },
      /Write https:\/\/gitlab\.com\/me\/news\.git#main\./,
    ],
    ['a folder above', { CONTENT_GIT: `${git}#main:../other` }, /^CONTENT_GIT: .*Leave "\.\." out/],
    ['an odd branch', { CONTENT_GIT: `${git}#my branch` }, /^CONTENT_GIT: behind the # a branch/],
    ['a branch with two dots', { CONTENT_GIT: `${git}#a..b` }, /^CONTENT_GIT: behind the # a branch/],
    ['a branch like an option', { CONTENT_GIT: `${git}#-main` }, /^CONTENT_GIT: behind the # a branch/],
    ['a branch that begins with a dot', { CONTENT_GIT: `${git}#.main` }, /^CONTENT_GIT: behind the # a branch/],
    ['a branch that ends with a dot', { CONTENT_GIT: `${git}#main.` }, /^CONTENT_GIT: behind the # a branch/],
    ['a branch that ends with a slash', { CONTENT_GIT: `${git}#main/` }, /^CONTENT_GIT: behind the # a branch/],
    ['a branch with two slashes', { CONTENT_GIT: `${git}#release//1` }, /^CONTENT_GIT: behind the # a branch/],
    ['two colons', { CONTENT_GIT: `${git}#a:b:c` }, /^CONTENT_GIT: behind the #/],
    [
      'a token in the open',
      { CONTENT_GIT: 'http://git.example/n.git', CONTENT_GIT_TOKEN: 't-1' },
      /^CONTENT_GIT: with http:/,
    ],
    [
      'a token in the open, in capitals',
      { CONTENT_GIT: 'HTTP://git.example/n.git', CONTENT_GIT_TOKEN: 't-1' },
      /^CONTENT_GIT: with http:/,
    ],
    ['never', { CONTENT_FEED: feed, CONTENT_EVERY_MINUTES: '0' }, /^CONTENT_EVERY_MINUTES: .*from 1 to 1440/],
    ['twice a minute', { CONTENT_FEED: feed, CONTENT_EVERY_MINUTES: '0.5' }, /^CONTENT_EVERY_MINUTES: .*from 1/],
    ['less than daily', { CONTENT_FEED: feed, CONTENT_EVERY_MINUTES: '1441' }, /^CONTENT_EVERY_MINUTES: .*to 1440/],
    ['now and then', { CONTENT_FEED: feed, CONTENT_EVERY_MINUTES: 'often' }, /^CONTENT_EVERY_MINUTES: /],
    ['a short secret', { CONTENT_FEED: feed, CONTENT_HOOK_SECRET: 'short' }, /^CONTENT_HOOK_SECRET: at least 16/],
    [
      'a secret of 15',
      { CONTENT_FEED: feed, CONTENT_HOOK_SECRET: 'x'.repeat(15) },
      /^CONTENT_HOOK_SECRET: at least 16/,
    ],
    ['perhaps', { CONTENT_FEED: feed, CONTENT_ALLOW_PRIVATE: 'perhaps' }, /^CONTENT_ALLOW_PRIVATE: true or false/],
  ];
  for (const [name, settings, told] of cases) {
    test(name, () => {
      const { problems, settings: parsed } = parse(settings);
      assert.equal(parsed, undefined);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', told);
      assert.doesNotMatch(problems.join(), /secret@|k-123|t-1|short"/);
    });
  }
});

test('what is just long, often or seldom enough is taken, and a switch in each of its words', () => {
  const secret = 'x'.repeat(16);
  assert.equal(parse({ CONTENT_FEED: feed, CONTENT_HOOK_SECRET: secret }).settings?.hookSecret, secret);
  for (const [minutes, everyMs] of [
    ['1', 60_000],
    ['1440', 86_400_000],
  ] as const) {
    assert.equal(parse({ CONTENT_FEED: feed, CONTENT_EVERY_MINUTES: minutes }).settings?.everyMs, everyMs);
  }
  const words = { true: ['true', 'on', 'yes', '1', 'TRUE', 'Yes'], false: ['false', 'off', 'no', '0', 'FALSE', 'No'] };
  for (const [meaning, spellings] of Object.entries(words))
    for (const word of spellings) {
      const { settings } = parse({ CONTENT_FEED: feed, CONTENT_ALLOW_PRIVATE: word });
      assert.equal(settings?.source.allowsPrivate, meaning === 'true', word);
    }
});

test('a token goes in the open only to a server of one’s own network', () => {
  const open = { CONTENT_GIT: 'http://git.example/n.git', CONTENT_GIT_TOKEN: 't-1' };
  const { settings, problems } = parse({ ...open, CONTENT_ALLOW_PRIVATE: 'true' });
  assert.deepEqual([problems, settings?.source.allowsPrivate], [[], true]);
});

test('a source is named without its key, and has a folder of its own', () => {
  const other = git.replace('news.git', 'other.git');
  const names = [`${git}#main:content`, `${git}#next:content`, `${git}#main:news`, `${other}#main:content`].map(
    (text) => parse({ CONTENT_GIT: text }).settings?.source,
  );
  const sources = [...names, parse({ CONTENT_FEED: feed }).settings?.source].filter((source) => source !== undefined);
  assert.deepEqual(sources.map(nameSource), [
    'https://git.example/news.git#main:content',
    'https://git.example/news.git#next:content',
    'https://git.example/news.git#main:news',
    'https://git.example/other.git#main:content',
    'https://news.example/feed.xml',
  ]);
  assert.equal(new Set(sources.map(copyFolderOf)).size, 5);
  for (const source of sources) {
    assert.match(contentFolderOf(source), /^\/data\/content\/(?:git|feed)-[\da-f]{12}\/current\/content$/);
  }
});
