import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { describeProblem } from '#archive/build-content-report.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { assertProperty } from '../fixtures/assert-property.ts';
import { factLines, readKitchenIssue, writeFact } from './kitchen-issue.ts';

const issue = readKitchenIssue();

function parse(text: string) {
  const { facts, problems } = parseFacts('2031-W07.facts.yaml', text, issue);
  return { facts, problems: problems.map(describeProblem) };
}

test('reads a fact with all that an editor wrote, its article and its line', () => {
  const { facts, problems } = parse(`# ours\n${writeFact({ quote: 'It costs 5 dollars' })}`);
  assert.deepEqual(facts, [
    {
      id: '2031-W07~0',
      issueId: '2031-W07',
      articleId: '2031-W07#1',
      says: 'Quernd 2.0 runs on arm64.',
      quote: 'It costs 5 dollars',
      about: ['Quernd'],
      on: ['arm64'],
      status: 'yes',
      asks: ['does quernd run on arm64?'],
      line: 2,
      isReviewed: true,
    },
  ]);
  assert.deepEqual(problems, []);
});

test('what may be left out may be left out', () => {
  const [fact] = parse(writeFact({ on: undefined, status: undefined, asks: 'what is quernd?' })).facts;
  assert.deepEqual([fact?.on, fact?.status, fact?.quote, fact?.asks], [[], undefined, undefined, ['what is quernd?']]);
});

test('finds a heading whatever its letter case, width and blanks', () => {
  for (const article of ['QUERND  on small boards', 'Ｑｕｅｒｎｄ on small boards'])
    assert.equal(parse(writeFact({ article })).facts.length, 1, article);
});

test('of two articles under one heading takes the one that proves the fact', () => {
  const { facts, problems } = parse(
    writeFact({ article: 'Short news', says: 'Quernd 3 is planned for armv7.', status: 'planned' }) +
      writeFact({ article: 'Short news', says: 'Foodb is out.', about: 'Foodb', on: '[]' }),
  );
  assert.deepEqual(
    facts.map(({ articleId }) => articleId),
    ['2031-W07#4', '2031-W07#3'],
  );
  assert.deepEqual(problems, []);
});

suite('a broken fact is left out and named by line, fault and remedy; the others are used', () => {
  const long = 'x'.repeat(221);
  type Changes = Readonly<Record<string, string | undefined>>;
  const cases: readonly (readonly [what: string, changes: Changes, field: number, fault: string])[] = [
    ['no says', { says: undefined }, 1, 'says: is missing — add it'],
    ['no asks', { asks: undefined }, 1, 'asks: is missing — add it'],
    [
      'an unknown field',
      { verdict: 'yes' },
      7,
      'verdict: is no field here — remove or correct it; content/README.md lists the fields',
    ],
    [
      'an unknown status',
      { status: 'works' },
      5,
      'status: expected one of yes, partly, in-progress, planned, no, found “works” — correct it; content/README.md shows how',
    ],
    [
      'a status in capitals',
      { status: 'Yes' },
      5,
      'status: expected one of yes, partly, in-progress, planned, no, found “Yes” — correct it; content/README.md shows how',
    ],
    [
      'a long sentence',
      { says: long },
      2,
      'says: 221 characters, 220 are allowed — shorten it, or make two entries of it',
    ],
    [
      'a long quote',
      { quote: 'x'.repeat(301) },
      7,
      'quote: 301 characters, 300 are allowed — shorten it, or make two entries of it',
    ],
    [
      'nine questions',
      { asks: '[a, b, c, d, e, f, g, h, i]' },
      6,
      'asks: 9 entries, 8 are allowed — shorten it, or make two entries of it',
    ],
    ['a field without its value', { about: '' }, 3, 'about: is empty — fill it, or remove the line'],
    ['an empty list', { asks: '[]' }, 6, 'asks: is empty — fill it, or remove the line'],
    [
      'a question with a colon',
      { asks: '[{ "does it": "run?" }]' },
      6,
      'asks: expected a list of texts — correct it; content/README.md shows how',
    ],
    [
      'no such heading',
      { article: 'Quarnd' },
      1,
      'article: 2031-W07 has no heading “Quarnd” — take one of its headings: “Quernd on small boards”, “Hopperfs”, “Short news” …',
    ],
    [
      'a sentence that YAML cuts',
      { says: 'Quernd 2.0 runs on arm64. #1 of all' },
      2,
      'says: everything behind " #" is a comment and left out — put the text between quotes',
    ],
    [
      'a heading that YAML takes for a comment',
      { article: '#quernd' },
      1,
      'article: everything behind " #" is a comment and left out — put the text between quotes',
    ],
    [
      'an invented sentence',
      { says: 'Quernd 9 runs on arm64.' },
      2,
      'says: does not stand in the article word for word, so nothing proves this fact — copy the sentence from the article, or give the passage as “quote”',
    ],
    [
      'an invented quote',
      { quote: 'It costs 6 dollars' },
      7,
      'quote: does not stand in the article word for word, so nothing proves this fact — copy the passage',
    ],
    [
      'a quote from another article',
      { quote: 'Foodb is out.' },
      7,
      'quote: does not stand in the article word for word, so nothing proves this fact — copy the passage',
    ],
  ];
  for (const [what, changes, field, fault] of cases) {
    test(what, () => {
      const { facts, problems } = parse(writeFact() + writeFact(changes) + writeFact());
      assert.deepEqual(problems, [`2031-W07.facts.yaml:${factLines + field}: error: ${fault}`]);
      assert.deepEqual(
        facts.map(({ id }) => id),
        ['2031-W07~0', '2031-W07~2'],
      );
    });
  }
});

test('a comment behind a field that is no sentence cuts nothing', () => {
  const { facts, problems } = parse(
    writeFact({ status: 'yes # asked Jane', says: '"Quernd 2.0 runs on arm64." # sure' }),
  );
  assert.equal(facts.length, 1);
  assert.deepEqual(problems, []);
});

test('a hyphen alone on its line keeps the faults of the next entry from this one', () => {
  const entry = writeFact().replace('- article', '-\n  article');
  const { facts, problems } = parse(entry + entry.replace('arm64.', 'arm64. #1'));
  assert.equal(facts.length, 1);
  assert.match(problems[0] ?? '', new RegExp(`yaml:${factLines + 4}: error: says: everything behind`));
});

test('names broken YAML in one entry, and uses the others', () => {
  const { facts, problems } = parse(writeFact() + writeFact({ says: '"Quernd 2.0 runs' }) + writeFact());
  assert.equal(facts.length, 2);
  assert.equal(problems.length, 1);
  assert.match(
    problems[0] ?? '',
    /^2031-W07\.facts\.yaml:(?:7|8|9|1[0-2]): error: not YAML: .*; this entry is left out — close it/,
  );
});

test('of a thousand facts uses as many as an issue may have, and says where the rest begins', () => {
  const { facts, problems } = parse(writeFact().repeat(1000));
  assert.equal(facts.length, 400);
  assert.deepEqual(problems, [
    `2031-W07.facts.yaml:${400 * factLines + 1}: error: 1000 facts, 400 are allowed; the rest is left out — keep what people ask`,
  ]);
});

test('names problems in the order of the lines', () => {
  const lines = parseFacts(
    'a',
    writeFact({ says: 'No.' }) + writeFact({ status: 'x' }) + writeFact({ article: 'y' }),
    issue,
  );
  assert.deepEqual(
    lines.problems.map(({ line }) => line),
    [2, factLines + 5, 2 * factLines + 1],
  );
});

test('as many facts as an issue may have are all used, without a word', () => {
  const { facts, problems } = parse(writeFact().repeat(400));
  assert.deepEqual([facts.length, problems], [400, []]);
});

test('names the headings of the news, with dots only where there are more', () => {
  const remedyFor = (articles: typeof issue.articles) =>
    parseFacts('a', writeFact({ article: 'Quarnd' }), { ...issue, articles }).problems[0]?.remedy;
  assert.equal(
    remedyFor(issue.articles.slice(0, 3)),
    'take one of its headings: “Quernd on small boards”, “Hopperfs”, “Short news”',
  );
  assert.equal(
    remedyFor(issue.articles.slice(3)),
    'take one of its headings: “Short news”',
    'not what it says of itself',
  );
});

test('says to give headings where an issue has none', () => {
  const bare = { ...issue, articles: issue.articles.map((article) => ({ ...article, heading: '' })) };
  const [problem] = parseFacts('a', writeFact(), bare).problems;
  assert.equal(problem?.remedy, 'give its articles headings');
});

test('whatever the text, every fact is whole and every problem points at a line of the file', () => {
  const bits = fc.constantFrom(
    writeFact(),
    writeFact({ status: 'maybe' }),
    '- ',
    '\n',
    '  says: ',
    '  asks: [',
    '"',
    ' #',
    '-\n',
    '  on: x\n',
    '&a ',
    '*a\n',
    'Quernd 2.0 runs on arm64.',
  );
  assertProperty(
    fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const count = text.split('\n').length;
      const { facts, problems } = parseFacts('a', text, issue);
      for (const { says, about, asks, line = 0 } of facts)
        assert.ok(says !== '' && about.length > 0 && asks.length > 0 && line >= 1 && line <= count);
      for (const { line = 0, message, remedy } of problems)
        assert.ok(line >= 1 && line <= count && message !== '' && remedy !== '', text);
    }),
    { numRuns: 1000, seed: 7 },
  );
});
