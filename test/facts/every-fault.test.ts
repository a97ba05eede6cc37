import { test } from 'node:test';
import { checkFacts } from '#facts/check-facts.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseSubjects } from '#facts/parse-subjects.ts';
import { matchFixture } from '../fixtures/match-fixture.ts';
import { readKitchenIssue, writeFact } from './kitchen-issue.ts';

const issue = readKitchenIssue();
const long = (words: number) => Array.from({ length: words }, (_, i) => `word${i}`).join(' ');
const changed = [
  ...[
    {},
    { article: 'Quernd' },
    { article: 'Short news' },
    { article: undefined },
    { article: 'Subscribe' },
    { article: '[a]' },
  ],
  ...[
    { says: undefined },
    { says: '""' },
    { says: long(200) },
    { says: 'It costs 5 dollars.' },
    { says: 'It costs 6 dollars.' },
  ],
  ...[
    { quote: 'It costs 5 dollars' },
    { quote: 'It costs 7 dollars' },
    { about: '[]' },
    { about: 'Quernd' },
    { about: undefined },
  ],
  ...[
    { about: `[${long(9).replaceAll(' ', ', ')}]` },
    { on: 'arm64' },
    { on: '[arm64, arm64]' },
    { on: '[toaster]' },
    { on: undefined },
  ],
  ...[
    { status: 'maybe' },
    { status: 'YES' },
    { status: undefined },
    { status: '[yes]' },
    { asks: '[]' },
    { asks: undefined },
  ],
  ...[
    { asks: '[does quernd run on arm64, does quernd run on arm64]' },
    { asks: `[${long(90)}]` },
    { asks: '[a: b]' },
    { extra: 'x' },
  ],
  ...[
    { says: 'a: b' },
    { says: 'It runs # not' },
    { says: '"open' },
    { about: '[Quernd' },
    { article: '"Quernd on small boards' },
  ],
];
const last = {
  article: 'Short news',
  says: 'Quernd 3 is planned for armv7.',
  on: '[armv7]',
  status: 'planned',
  asks: '[is quernd 3 out for armv7]',
};
const lists = [
  ...[
    '',
    '# nothing\n',
    '---\n',
    'x',
    'a: b\n',
    '- a\n- b\n',
    '-\n',
    '[]',
    '- [a]\n',
    ' - indented: yes\n',
    'stray\n- name: Quernd\n',
  ],
  ...[
    '- name: Quernd\n  name: Foodb\n',
    '- name: Quernd\n\tkind: x\n',
    '- name: "Quernd\n- name: Foodb\n',
    '\ufeff- name: Quernd\n',
    '- name: 1\n',
  ],
  ...[
    '- name: Quernd\r\n- name: quernd\r\n',
    '- name: Quernd\n  also: [Foodb]\n- name: Foodb\n',
    '- name: Quernd\n  kind: []\n',
    '- &a {name: x}\n- *a\n',
  ],
  ...[
    '- name: Quernd\n  also: Mill\n  kind: Tool\n  by: [Acme]\n',
    '- name: Quernd\n# a remark\n\n- name: Foodb\n...\n',
    '- name:\n',
    '- by: Acme\n',
  ],
];

test('every fault of a fact: the line it is told of, what is said, and what is used all the same', (t) => {
  const shown = changed.map((change) => {
    const text = `${writeFact()}${writeFact(change)}${writeFact(last)}`;
    const { facts, problems } = parseFacts('2031-W07.facts.yaml', text, issue);
    const checked = checkFacts('2031-W07.facts.yaml', facts, issue, () => 1);
    const told = [...problems, ...checked.problems].map(
      ({ line, severity, message, remedy }) => `  ${severity} ${line}: ${message} — ${remedy}`,
    );
    const [, second] = facts.length === 3 ? facts : [];
    return [
      `${JSON.stringify(change, (_key, value) => value ?? 'left out').slice(0, 100)} → ${facts.length}`,
      ...told,
      `  ${JSON.stringify(second)?.slice(0, 400)}`,
    ].join('\n');
  });
  matchFixture(t, shown.join('\n'), 'fact-faults.txt');
});

test('every fault of a list: each entry that is whole is used', (t) => {
  const shown = lists.map((text) => {
    const { subjects, problems } = parseSubjects('subjects.yaml', text);
    const told = problems.map(({ line, severity, message, remedy }) => `  ${severity} ${line}: ${message} — ${remedy}`);
    return [`${JSON.stringify(text)} → ${JSON.stringify(subjects)}`, ...told].join('\n');
  });
  matchFixture(t, shown.join('\n'), 'list-faults.txt');
});
