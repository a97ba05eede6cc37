import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';

const ISSUES = {
  '2032-W05.md': `# Workshop Weekly

### Planerd 2

It arrived on May 3, half a year late. With 2 GB of memory expect seven carpenters.
A build is 40 percent faster than before, and goes at 12 boards per hour on small machines.
You can compile it with Sawcc 7.2, on an afternoon.
Battery life is awful for now, about four hours.

[Planerd]: https://planerd.example/

### Planerd and friends

Planerd is shown at the Chisel Fair on June 9. It has moved, says [the Planerd page](https://planerd.example/planerd).

### Kernel 7.3

Out since April 4.

### A word of Ida Planck

Ida Planck calls wood a disaster:

> All of it burns.

### Planerd's new home

Planerd has a [repository](https://git.example/planerd/planerd) of its own.

### Lathe Desk does not wake behind some switches at Turner

Lathe Desk for Turner machines sleeps for ever. Turn the switch off, or set lathe.wake=2 instead.
The desk comes to 1.2 million pounds, and will be sold from the fourth quarter on. Turnco will sell it.
Lathe Desk made it into the Shop500 at number 12. It can be had in Oslo, Bergen and Kiruna.
`,
};

const workshop = buildSnapshot(
  Object.entries(ISSUES).map(([file, text]) => {
    const { issue } = parseIssue(file, text);
    assert.ok(issue);
    return issue;
  }),
);

const ask = (question: string) => answerQuestion(question, workshop);
const quotes = (question: string) =>
  ask(question)
    .citations.map(({ quote }) => quote)
    .join(' ');

describe('a fact is given by the kind of thing that was asked for', () => {
  for (const [question, shown] of [
    ['when did planerd 2 come out?', 'May 3'],
    ['how many people can work in planerd if there are only 2 gigs of memory?', 'seven carpenters'],
    ['how much faster is planerd 2?', '40 percent'],
    ['planerd bph', '12 boards per hour'],
    ['which compiler version do i need for planerd?', 'Sawcc 7.2'],
    ['how much was paid for the lathe desk?', '1.2 million pounds'],
    ['in which cities can you get a lathe desk?', 'Oslo, Bergen'],
    ['who sells the lathe desk?', 'Turnco'],
    ['when will the lathe desk be sold?', 'fourth quarter'],
    ['what rank does lathe desk have in the shop500?', 'number 12'],
    ['when was linux 7.3 released?', 'April 4'],
    ['what did ida planck say about wood?', 'All of it burns'],
    ['which option wakes the lathe desk?', 'lathe.wake=2'],
    ['lathe desk at turner stays dark behind our zorbo switch, any fix?', 'Turn the switch off'],
  ] as const)
    test(question, () => assert.ok(quotes(question).includes(shown), quotes(question)));
});

describe('what the text does not give is silence, though the subject is there', () => {
  for (const question of [
    'battery capacity of planerd 2?',
    'planerd display resolution',
    'how much cheaper is the lathe desk?',
    'which license is planerd under?',
    'how much L9 cache does the lathe desk have?',
    'lathe desk screen size',
    'who maintains the lathe desk?',
    'which SAWMILL does planerd use?',
  ])
    test(question, () => assert.equal(ask(question).answered, false, quotes(question)));
});

test('who asks for the source is shown a repository', () => {
  const [first] = ask('planerd source code').citations;
  assert.equal(first?.links[0]?.url, 'https://git.example/planerd/planerd');
});
