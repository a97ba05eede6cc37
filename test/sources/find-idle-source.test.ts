import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findIdleSource } from '#sources/find-idle-source.ts';

describe('a setting of a source that nothing comes of is told, by its name', () => {
  const git = 'https://git.example/news.git';
  const secret = 'correct horse battery staple';
  const cases: readonly [name: string, settings: Record<string, string>, told: readonly RegExp[]][] = [
    ['nothing where none is set', {}, []],
    [
      'nothing of a set that fits together',
      { CONTENT_GIT: git, CONTENT_GIT_TOKEN: 't', CONTENT_HOOK_SECRET: secret, PORT: '80' },
      [],
    ],
    [
      'a token without a source',
      { CONTENT_GIT_TOKEN: 't', CONTENT_FACTS: 'facts' },
      [/^CONTENT_GIT_TOKEN: /, /^CONTENT_FACTS: /],
    ],
    [
      'a token of Git with a feed',
      { CONTENT_FEED: git, CONTENT_GIT_TOKEN: 't' },
      [/^CONTENT_GIT_TOKEN: it is not used with/],
    ],
    [
      'a webhook that nobody hears',
      { CONTENT_GIT: git, CONTENT_HOOK_SECRET: secret },
      [/^CONTENT_HOOK_SECRET: .*PORT/],
    ],
  ];
  for (const [name, settings, told] of cases) {
    test(name, () => {
      const found = findIdleSource((setting) => settings[setting]);
      assert.equal(found.length, told.length, found.join('\n'));
      for (const [at, pattern] of told.entries()) assert.match(found[at] ?? '', pattern);
    });
  }
});
