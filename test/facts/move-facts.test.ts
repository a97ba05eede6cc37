import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveFacts } from '#facts/move-facts.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const file = '2031-W07.md';
const yaml = `- article: Teapotd on small boards
  says: Teapotd runs on armv7 boards.
  about: Teapotd
  on: armv7
  status: yes
  asks: does teapotd run on armv7?
- article: Kettle
  says: Kettle needs four cores.
  about: Kettle
  asks: how many cores does kettle need?
`;
const teapot = '## Teapotd on small boards\n\nTeapotd runs on armv7 boards.\n';
const kettle = '## Kettle\n\nKettle needs four cores.\n';

function read(text: string) {
  const { issue } = parseIssue(file, `# News\n\n${text}`);
  assert.ok(issue);
  return issue;
}

const before = read(`${teapot}\n${kettle}`);
const { facts } = parseFacts('2031-W07.facts.yaml', yaml, before);

for (const [what, text] of [
  ['with its articles in another order', `${kettle}\n${teapot}`],
  ['with a further article before them', `## Spoons\n\nSpoons are new.\n\n${teapot}\n${kettle}`],
  ['without one of the articles', kettle],
  ['with a heading in other letters', `${teapot.replace('Teapotd on', 'TEAPOTD on')}\n${kettle}`],
  ['whose sentence no longer proves a fact', `${teapot.replace('armv7', 'armv6')}\n${kettle}`],
  ['with two articles under one heading', `${teapot.replace('runs on armv7', 'is made of')}\n${teapot}\n${kettle}`],
] as const) {
  test(`the facts of an issue ${what} are those that its fact file would give`, () => {
    const after = read(text);
    assert.equal(facts.length, 2);
    assert.deepEqual(moveFacts(facts, before, after), parseFacts('2031-W07.facts.yaml', yaml, after).facts);
  });
}
