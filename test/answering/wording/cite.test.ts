import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cite, nameSource } from '#answering/wording/cite.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive({
  '2031-W07': {
    text: `---
link: https://mill.example/2031-7
---

### Quernd and Foodb

Quernd runs on arm64. Foodb runs on armv7. Sources are at git.example/foodb.

- [Foodb](https://foodb.example)
- [Mills](https://mills.example)
- [Quernd](https://quernd.example)
- [Sources](https://git.example/foodb)
- [Bread](https://bread.example)
- [Cake](https://cake.example)
`,
    facts: `
- article: Quernd and Foodb
  says: Quernd runs on arm64.
  about: [Quernd]
  on: [arm64]
  status: yes
  asks: [does quernd run on arm64?]
- article: Quernd and Foodb
  says: Foodb runs on armv7.
  about: [Foodb]
  on: [armv7]
  status: yes
  asks: [does foodb run on armv7?]
- article: Quernd and Foodb
  says: The sources of Foodb are at git.example/foodb.
  quote: Sources are at git.example/foodb.
  about: [Foodb]
  asks: [where are the sources of foodb?]
`,
  },
});
const [quernd, foodb, sources] = archive.index.facts.map((one) => cite(one, true));

describe('a citation', () => {
  test('names issue, date and heading', () => {
    assert.equal(quernd?.source.issueId, '2031-W07');
    assert.ok('2031-02-14'.startsWith(quernd?.source.day ?? '?'), quernd?.source.day);
    assert.equal(quernd?.source.heading, 'Quernd and Foodb');
    assert.equal(quernd?.source.issueLink, 'https://mill.example/2031-7');
  });

  test('quotes the proof: the sentence itself, or the passage that the editor gave', () => {
    assert.equal(quernd?.quote, 'Quernd runs on arm64.');
    assert.equal(sources?.quote, 'Sources are at git.example/foodb.');
  });

  test('has four links at most, those first that have to do with the fact', () => {
    assert.equal(quernd?.links[0]?.url, 'https://quernd.example');
    assert.equal(foodb?.links[0]?.url, 'https://foodb.example');
    assert.equal(sources?.links[0]?.url, 'https://git.example/foodb', 'the address that the sentence names');
    assert.equal(quernd?.links.length, 4);
  });
});

test('of a day that nobody has stated, the month is told', () => {
  const [issue] = archive.issues;
  assert.ok(issue);
  const dayOf = (isDerived: boolean) => nameSource({ ...issue, date: { day: '2031-02-14', isDerived } }, '').day;
  assert.deepEqual([dayOf(true), dayOf(false)], ['2031-02', '2031-02-14']);
});

test('the address that a sentence names comes first, however a link writes it', () => {
  const { index } = inventArchive({
    '2031-W07': {
      text: `### Quernd

The Foodb plug-in of Quernd is at git.example/x now.

- [Foodb, Quernd and their plug-in](https://plugins.example/foodb-quernd)
- [Sources](https://www.git.example/x/)
`,
      facts:
        '- article: Quernd\n  says: The Foodb plug-in of Quernd is at git.example/x now.\n  about: [Quernd]\n  asks: [where is it?]\n',
    },
  });
  const [fact] = index.facts;
  assert.ok(fact);
  assert.equal(cite(fact, true).links[0]?.url, 'https://www.git.example/x/');
});

test('a long sentence without a blank is quoted in part, and not left out', () => {
  const [fact] = inventArchive({ '2031-W07': `### Long\n\n${'Quernd'.repeat(75)}\n` }).index.facts;
  assert.ok(fact);
  assert.equal(cite(fact, false).quote, `${'Quernd'.repeat(66)}Quer`);
});
