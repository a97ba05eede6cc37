import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const body = '\n\n## Quernd on arm64\n\nQuernd runs on arm64.\n';
const today = '2026-11-28';

function read(head: string) {
  const { issue, problems } = parseIssue('content/2026-W10.md', head + body);
  assert.ok(issue !== undefined, JSON.stringify(problems));
  const { isDraft, notBefore = '', notAfter = '9999' } = issue;
  return { issue, problems, isHeld: isDraft || notBefore > today || notAfter <= today };
}

const framed = (...rows: readonly string[]) => ['---', 'title: Not ready', ...rows, '---'].join('\n');

const held: Readonly<Record<string, readonly string[]>> = {
  'a mark in any spelling': [
    ...['true', 'TRUE', '"true"', 'yes', 'On', '1', "'1'", 'y', '', 'almost', '[true]', '!!str true'].map((value) =>
      framed(`draft: ${value}`),
    ),
    framed('DRAFT: TRUE'),
    framed('is_draft: true'),
    framed('draft   :   true # really'),
    framed('draft:true'),
    framed('draft\uff1a true'),
    framed('"draft": true'),
    framed('x: &t true', 'draft: *t'),
    framed('draft: false', 'Draft: true'),
  ],
  'another key that says it': [
    ...[
      'published: false',
      'published: no',
      'publish: false',
      'status: draft',
      'state: in review',
      'unlisted: true',
    ].map((row) => framed(row)),
    framed('published: 2031-01-01'),
    framed('permalink: false'),
    framed('eleventyExcludeFromCollections: true'),
  ],
  'a group of keys': [
    framed('build:', '  render: never'),
    framed('_build:', '  list: never'),
    framed('params:', '  draft: true'),
    framed('params:', '  a:', '    b:', '      draft: true'),
    framed('b: &b', '  draft: true', '<<: *b'),
    '+++\n[build]\nrender = "never"\n+++',
    '+++\nparams.draft = true\n+++',
  ],
  'a date to come, or gone by': [
    framed('publishDate: 2031-01-01'),
    framed('publish_date: 2031-01-01T10:00:00+02:00'),
    framed('published_at: 2031-01-01 09:00 CET'),
    framed('publishDate: soon'),
    framed('date: 2031-01-01'),
    framed('date: 2026-12-01T01:00:00+14:00'),
    framed('date: December 5, 2026'),
    framed('date: tomorrow'),
    framed('expiryDate: 2020-01-01'),
    '+++\ndate = 2031-01-01T00:00:00Z\n+++',
    '+++\nexpiryDate = 2020-01-01\n+++',
  ],
  'another language': [
    '+++\ntitle = "Not ready"\ndraft = true\n+++',
    '+++\nDraft = "true"\n+++',
    '++\ndraft = true\n++',
    '+++\ntitle = Not ready\ndraft = true\n+++',
    '+++\ntitle: Not ready\ndraft: true\n+++',
    '---\ntitle = "Not ready"\ndraft = true\n---',
    '{\n  "title": "Not ready",\n  "draft": true\n}',
    '{"title":"Not ready","draft":"yes"}',
    '{\n  "draft": true,\n}',
    '{\n  draft: true\n',
    '---yaml\ndraft: true\n---',
    '--- yaml\ndraft: true\n---',
    '---toml\ndraft = true\n---',
    '---json\n{"draft": true}\n---',
    ';;;\n"title": "Not ready",\n"draft": true\n;;;',
    '#+TITLE: Not ready\n#+DRAFT: true',
    ':title: Not ready\n:draft: true',
    '% title: Not ready\n% draft: true',
  ],
  'a frame that is nearly one': [
    ...['--', '----', '\u2014', '\u2013\u2013\u2013', '- - -', '***', '===', '~~~', ' ---', '---   ', '---\u00a0'].map(
      (ruler) => `${ruler}\ntitle: Not ready\ndraft: true\n${ruler}`,
    ),
    '\ufeff---\ndraft: true\n---',
    '\n\ufeff---\ndraft: true\n---',
    '\u200b---\ndraft: true\n---',
    '---\r\ndraft: true\r\n---\r\n',
    '---\rdraft: true\r---\r',
    '---\ndraft: true\n...',
    '---\ntitle: Not ready\ndraft: true',
    '---\ntitle: Not ready\n\ndraft: true',
    'title: Not ready\ndraft: true',
    'Title: Not ready\nDraft: true',
    'title = "Not ready"\ndraft = true',
    '```yaml\ntitle: Not ready\ndraft: true\n```',
    `${'\n'.repeat(30)}---\ndraft: true\n---`,
    framed(...Array.from({ length: 250 }, (_, at) => `key${at}: ${at}`), 'draft: true'),
  ],
  'keys out of place or broken': [
    '<!-- an editor’s note -->\n---\ndraft: true\n---',
    '<!--\ntitle: Not ready\ndraft: true\n-->',
    'Board Weekly\n---\ntitle: Not ready\ndraft: true\n---',
    'Some text.\n\nMore.\n\n+++\ntitle = "Not ready"\ndraft = true\n+++',
    '%YAML 1.2\n---\ndraft: true\n---',
    '# Board Weekly\n\n---\nlayout: post\ndate: 2031-01-01\n---',
    framed('', '# publishing', 'draft: true'),
    framed('\tdraft: true'),
    framed('  draft: true'),
    '---\n  draft: true\n---',
    '---\ntitle: "Not ready\ndraft: true\n---',
    '---\n{draft: true}\n---',
    '---\n- draft: true\n---',
    '---\ndraft true\n---',
    '---\n<<<<<<< HEAD\ndraft: false\n=======\ndraft: true\n>>>>>>> x\n---',
  ],
  'a mark in the text': [
    'DRAFT',
    '**[DRAFT]**',
    '> DO NOT PUBLISH',
    '**Draft:** true',
    '[//]: # (draft: true)',
    '{: draft="true" }',
  ],
};

for (const [what, heads] of Object.entries(held)) {
  suite(`an issue is not posted for ${what}`, () => {
    for (const head of heads) {
      test(JSON.stringify(head.length > 90 ? `${head.slice(0, 90)}…` : head), () => {
        const { issue, isHeld } = read(head);
        assert.ok(isHeld);
        assert.ok(issue.articles.some(({ heading }) => heading === 'Quernd on arm64'));
      });
    }
  });
}

suite('an issue is posted that says nothing against it', () => {
  const free = [
    ...['draft: false', 'draft: "false"', 'draft: no', 'published: true', 'published: 2026-03-05', 'status: published'],
    ...['expiryDate: 2040-01-01', 'date: 2026/03/05', 'date: 2026-03-05T10:00:00+01:00', 'embargo: false'],
    ...['tags: [a, b]', 'title: Board Weekly: ten', 'build:\n  list: always', 'cover:\n  image: a.png\n  hidden: true'],
  ].map((rows) => `---\n${rows}\n---`);
  for (const head of [
    ...free,
    '',
    '---\n\nA text below a rule.\n',
    '---\nQuernd says hello. It is: nice.\n---',
    '+++\ntitle = "Ready"\ndraft = false\n+++',
    '{"title":"Ready","date":"2026-03-05"}',
    'Hi all: welcome to the issue.',
    'Published: 5 March 2026',
    '## Quernd 3\n\nStatus: in progress\nRelease date: 2031-01-01',
    'Status update\n\nRelease date: 2031-01-01\nExpires: 2020-01-01',
    '{{< toc >}}',
    '"Draft" is a word.',
    '## The draft of a standard\n\nDraft 3 of it is out.',
  ]) {
    test(JSON.stringify(head), () => assert.equal(read(head).isHeld, false));
  }
});

test('an issue in the folder of drafts is one', () => {
  assert.equal(parseIssue('content/_drafts/2026-03-11-x.md', body).issue?.isDraft, true);
  assert.equal(parseIssue('content/drafts/2026-03-11-x.md', body).issue?.isDraft, false);
});

test('says for what an issue is held back, with the line and what to do', () => {
  const [unclear] = read(framed('draft: almost')).problems;
  assert.equal(unclear?.line, 3);
  assert.match(unclear?.message ?? '', /draft: expected true or false, found text; the issue is not posted/);
  assert.match(unclear?.remedy ?? '', /write draft: true or draft: false/);
  assert.equal(unclear?.keepsFromPosting, true);
  const broken = read('+++\ntitle = "x"\ndate = March\n+++').problems;
  assert.deepEqual(
    broken.map(({ line, message }) => [line, /not valid TOML|not understood/.test(message)]),
    [
      [3, true],
      [3, true],
      [3, false],
    ],
  );
  const [stray] = read('# Board Weekly 10\n\nDRAFT').problems;
  assert.equal(stray?.line, 3);
});

test('reads title, date and link in every language of front matter', () => {
  for (const head of [
    '---\nTITLE: Mill News\nDate: 2026-03-05\nlink: https://mill.example/10\n---',
    '+++\ntitle = "Mill News"\ndate = 2026-03-05\nlink = "https://mill.example/10"\n+++',
    '{"title": "Mill News", "date": "2026-03-05", "link": "https://mill.example/10"}',
  ]) {
    const { issue, problems } = read(head);
    assert.deepEqual(problems, []);
    assert.deepEqual([issue.title, issue.date.day, issue.link], ['Mill News', '2026-03-05', 'https://mill.example/10']);
  }
});
