import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAX_ISSUE_CHARACTERS, parseIssue } from '#newsletter/issues/parse-issue.ts';

const text = '## Quernd\n\nQuernd runs.\n';
function parse(head: string, file = '2031-W07.md', body = text) {
  return parseIssue(file, head === '' ? body : `---\n${head}\n---\n\n${body}`);
}
const issueOf = (...args: Parameters<typeof parse>) => {
  const { issue } = parse(...args);
  assert.ok(issue);
  return issue;
};

describe('what a file says of its issue', () => {
  test('a day that the text names at its head as the first to post it counts, the later of two', () => {
    const embargoed = `Embargo: 2031-03-01\n\n${text}`;
    assert.equal(issueOf('', undefined, embargoed).notBefore, '2031-03-01');
    assert.equal(issueOf('publishDate: 2031-02-20', undefined, embargoed).notBefore, '2031-03-01');
    assert.equal(issueOf('publishDate: 2031-03-07', undefined, embargoed).notBefore, '2031-03-07');
  });
  test('a title is made of the week or the day where none is stated', () => {
    assert.equal(issueOf('').title, 'Newsletter, 2031 week 7');
    assert.equal(issueOf('', '2031-02-12.md').title, 'Newsletter, 12 February 2031');
    assert.equal(issueOf('title: Mills').title, 'Mills');
  });
  test('without a day in its name, it is named by the day of its keys', () => {
    assert.equal(issueOf('date: 2031-02-12', 'mills.md').id.slice(0, 10), '2031-02-12');
    assert.equal(parse('', 'mills.md').issue, undefined);
  });
  test('the lines of the text are those of the file', () => {
    assert.equal(issueOf('title: A').articles[0]?.line, 5);
    assert.equal(issueOf('', undefined, '\r\n\r\n## Quernd\r\rIt runs.').articles[0]?.sentences[0]?.line, 5);
  });
  test('restated only where it says so', () => {
    assert.deepEqual([issueOf('restates: true').isRestated, issueOf('').isRestated], [true, false]);
  });
  test('a link only to the web', () => {
    assert.equal(issueOf('link: https://a.example/7').link, 'https://a.example/7');
    for (const link of ['/7', 'javascript:alert(1)', 'https://', 'https://a b']) {
      const { issue, problems } = parse(`link: ${link}`);
      assert.equal(issue?.link, undefined, link);
      assert.equal(problems.length, 1, link);
    }
  });
});

describe('when it may be posted', () => {
  test('not out of a folder of drafts', () => {
    assert.equal(issueOf('', 'content/_drafts/2031-W07.md').isDraft, true);
    assert.equal(issueOf('', 'content\\_drafts\\2031-W07.md').isDraft, true);
    assert.equal(issueOf('', 'content/drafts/2031-W07.md').isDraft, false);
  });
  test('not while its date is unclear', () => assert.equal(issueOf('date: soon').isDraft, true));
  test('not before the time that its date states', () => {
    assert.equal(issueOf('date: 2031-02-12T10:00:00Z').notBefore, '2031-02-12T10:00:00.000Z');
    assert.equal(issueOf('date: 2031-02-12').notBefore, undefined);
    assert.equal(issueOf('date: 2031-02-12T00:30:00+02:00').notBefore, '2031-02-11T22:30:00.000Z');
  });
  test('not before a day of another week that is still to come', () => {
    assert.equal(issueOf('date: 2031-03-12').notBefore, '2031-03-12');
    assert.equal(issueOf('date: 2031-01-12').notBefore, undefined);
  });
  test('not before the latest of all that is stated', () =>
    assert.equal(
      issueOf('date: 2031-02-12T10:00:00Z\npublishDate: 2031-02-14', undefined, `Embargo: 2031-02-13\n\n${text}`)
        .notBefore,
      '2031-02-14',
    ));
  test('and not after', () => assert.equal(issueOf('expires: 2031-03-01').notAfter, '2031-03-01'));
});

describe('what is no issue', () => {
  test('a file without text', () =>
    assert.match(parse('title: A', undefined, '').problems.at(-1)?.message ?? '', /^no text/));
  test('a text longer than any issue', () => {
    const rest = MAX_ISSUE_CHARACTERS - text.length;
    assert.ok(parse('', undefined, text + ' '.repeat(rest)).issue);
    const { issue, problems } = parse('', undefined, text + ' '.repeat(rest + 1));
    assert.equal(issue, undefined);
    assert.deepEqual([problems[0]?.severity, problems.length], ['error', 1]);
  });
});

test('problems are told in the order of the lines', () => {
  const lines = parse('date: 2031-03-12\nlink: /7', undefined, `##Mills\n\n${text}`).problems.map(({ line }) => line);
  assert.deepEqual(lines, [2, 3, 6]);
});
