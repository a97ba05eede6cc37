import assert from 'node:assert/strict';
import type { Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const text = `# Kitchen Weekly 7

### Quernd on small boards

Quernd 2.0 runs on arm64. It costs **5 dollars**, says
[its maker](https://quernd.example/price?of=2).

### Hopperfs

Hopperfs is “slow — but safe”, and doesn't need a *disk*.

### Short news

Foodb is out.

### Short news

Quernd 3 is planned for armv7.

### Subscribe

Write to us.
`;

/** An invented issue that the facts of these tests are about. */
export function readKitchenIssue(): Issue {
  const { issue } = parseIssue('2031-W07.md', text);
  assert.ok(issue);
  return issue;
}

const fields = {
  article: 'Quernd on small boards',
  says: 'Quernd 2.0 runs on arm64.',
  about: '[Quernd]',
  on: '[arm64]',
  status: 'yes',
  asks: '["does quernd run on arm64?"]',
};

/** How many lines an unchanged entry has. */
export const factLines = Object.keys(fields).length;

/** One entry of a fact file, a line a field; a field that is undefined is left out, a new one stands last. */
export function writeFact(changes: Readonly<Record<string, string | undefined>> = {}): string {
  return Object.entries({ ...fields, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([key, value], place) => `${place === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');
}
