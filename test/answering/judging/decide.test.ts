import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive(
  {
    '2030-W10': {
      text: '### Foodb for Arm\n\nThe official Foodb image runs on arm64. Millsoft made Ladle, a database.',
      facts: `
- article: Foodb for Arm
  says: The official Foodb image runs on arm64.
  about: [Foodb, Docker]
  on: [arm64]
  status: yes
  asks: [is there an official foodb image for arm64?]
`,
    },
    '2031-W10': {
      text: '### Ladle in the mill\n\nLadle runs on arm64. A mixed cluster of arm64 and x86_64 machines was built by Ada Weir with Foodb as one of its parts.',
      facts: `
- article: Ladle in the mill
  says: Ladle runs on arm64.
  about: [Ladle]
  on: [arm64]
  status: yes
  asks: [does ladle run on arm64?]
- article: Ladle in the mill
  says: A mixed cluster of arm64 and x86_64 machines was built by Ada Weir with Foodb as one of its parts.
  about: [Foodb, Ada Weir]
  on: [arm64, x86_64]
  status: yes
  asks: [who built a mixed cluster?]
`,
    },
  },
  `- { name: Foodb, kind: [database] }
- { name: official Foodb image, kind: [image] }
- { name: Ladle, kind: [database], by: Millsoft }
- { name: Millsoft, kind: [company] }
- { name: Millhub, kind: [registry] }
`,
);

describe('a fact speaks of what was named', () => {
  for (const [title, question, said] of [
    ['by its maker', "is millsoft's database available for arm64?", 'Ladle runs on arm64.'],
    [
      'by a longer name, whose words it has',
      'does the official foodb image run on arm64?',
      'The official Foodb image runs on arm64.',
    ],
    // Where it is had from is no place to run on.
    ['had somewhere', 'is there a ladle on the millhub for arm64?', 'Ladle runs on arm64.'],
  ] as const)
    test(title, () => {
      const answer = answerQuestion(question, archive);
      assert.equal(answer.verdict, 'yes', shownOf(answer));
      assert.equal(answer.lead, said);
    });
});

test('a newer statement that is far less likely to be what was asked for is not preferred', () => {
  const answer = answerQuestion('is there an official image of foodb for arm64?', archive);
  assert.equal(answer.lead, 'The official Foodb image runs on arm64.', shownOf(answer));
});

test('who made it is told by the sentence that says so, not by whatever is newer', () => {
  const fact = (says: string, about: string, asks: string) =>
    `- article: Mills\n  says: ${says}\n  about: [${about}]\n  asks: [${asks}]\n`;
  const mills = inventArchive(
    {
      '2030-W10': {
        text: '### Mills\n\nFoodb of Millsoft is a database made for grain.',
        facts: fact('Foodb of Millsoft is a database made for grain.', 'Foodb, Millsoft', 'who made foodb?'),
      },
      '2031-W10': {
        text: '### Mills\n\nFoodb was formerly named Ovenworks.',
        facts: fact('Foodb was formerly named Ovenworks.', 'Foodb, Ovenworks', 'what was foodb called before?'),
      },
    },
    '- { name: Foodb, kind: [database] }\n- { name: Millsoft, kind: [company] }\n- { name: Ovenworks, kind: [company] }\n',
  );
  assert.equal(answerQuestion('who made foodb?', mills).lead, 'Foodb of Millsoft is a database made for grain.');
});

test('a name that nobody wrote of is no yes, whatever else fits', () => {
  for (const question of ['does foodb-flurble run on arm64?', 'does zzquern work with foodb on arm64?']) {
    const answer = answerQuestion(question, archive);
    assert.equal(answer.answered, false, `${question}: ${shownOf(answer)}`);
  }
});

describe('what is said of a part answers for the whole where the part is asked for', () => {
  const row = (subject: string, says: string, status: string) =>
    `- article: Mills\n  says: ${says}\n  about: [${subject}]\n  on: [arm64]\n  status: "${status}"\n  asks: [x y z]\n`;
  const mills = inventArchive(
    {
      '2031-W10': {
        text: '### Mills\n\nMillsoft has no prebuilt packages for arm64. Ada Weir got her Ladle cluster up on arm64.\n',
        facts:
          row('prebuilt Foodb packages', 'Millsoft has no prebuilt packages for arm64.', 'no') +
          row("Ada Weir's Ladle cluster", 'Ada Weir got her Ladle cluster up on arm64.', 'yes'),
      },
    },
    '- { name: Foodb, kind: [database] }\n- { name: Ladle, kind: [database] }\n',
  );
  for (const [question, verdict] of [
    ['does foodb have prebuilt packages for arm64?', 'no'],
    ['is there a prebuilt package of foodb for arm64?', 'no'],
    // The whole may run all the same.
    ['does foodb run on arm64?', 'unknown'],
    // Hers is no other one's.
    ['is there a ladle cluster of carol mill on arm64?', 'unknown'],
  ] as const)
    test(`${question} – ${verdict}`, () => {
      const answer = answerQuestion(question, mills);
      assert.equal(answer.verdict, verdict, shownOf(answer));
    });
});

describe('two targets in one place hold for both together', () => {
  const archive = inventArchive(
    {
      '2031-W10': {
        text: '### Sieve\n\nSieve does not run on armv6, nor on Fedora on arm64.',
        facts: `
- article: Sieve
  says: Sieve does not run on armv6, nor on Fedora on arm64.
  about: [Sieve]
  on: [armv6, Fedora on arm64]
  status: no
  asks: [where does sieve not run?]
`,
      },
    },
    '- { name: Sieve, kind: [tool] }\n',
  );
  for (const [question, verdict] of [
    ['does sieve run on armv6?', 'no'],
    ['does sieve run on fedora on arm64?', 'no'],
    // Another place of the same sentence does not make either of them a place of its own.
    ['does sieve run on arm64?', 'unknown'],
    ['does sieve run on fedora?', 'unknown'],
    ['does sieve run on linux?', 'unknown'],
  ] as const)
    test(`${question} – ${verdict}`, () => {
      const answer = answerQuestion(question, archive);
      assert.equal(answer.verdict, verdict, shownOf(answer));
    });
});

test('what runs, though in part only, on a system on a processor runs so on that processor', () => {
  const row = (name: string, status: string, says: string) =>
    `- article: Mills\n  says: ${says}\n  about: [${name}]\n  on: [Fedora on arm64]\n  status: ${status}\n  asks: [where is ${name}?]\n`;
  const mills = inventArchive(
    {
      '2031-W10': {
        text: '### Mills\n\nLidfs is there for Fedora on arm64. Forkd is there for Fedora on arm64 without its lid.\n',
        facts:
          row('Lidfs', 'yes', 'Lidfs is there for Fedora on arm64.') +
          row('Forkd', 'partly', 'Forkd is there for Fedora on arm64 without its lid.'),
      },
    },
    '- { name: Lidfs, kind: [tool] }\n- { name: Forkd, kind: [tool] }\n',
  );
  for (const [question, verdict] of [
    ['does lidfs run on arm64?', 'yes'],
    ['does forkd run on arm64?', 'partly'],
  ] as const)
    assert.equal(answerQuestion(question, mills).verdict, verdict, question);
});

test('what a story tells of may be what runs, and not where: “we have armhf programs. will the board run them?”', () => {
  const says = 'The ThunderX is 64-bit only, so 32-bit Arm code (armhf) does not run on it.';
  const boards = inventArchive({
    '2031-W10': {
      text: `### 64-bit only\n\n${says}\n`,
      facts: `- article: 64-bit only\n  says: ${says}\n  about: [armhf]\n  on: [ThunderX]\n  status: "no"\n  asks: [does 32-bit code run on the thunderx?]\n`,
    },
  });
  for (const verb of ['run', 'execute', 'accept']) {
    const answer = answerQuestion(`we have armhf programs. will the thunderx ${verb} them?`, boards);
    assert.deepEqual([answer.verdict, answer.lead], ['no', says], verb);
  }
});

test('that a board of a story is there does not say what it has', () => {
  const says = 'The ThunderX is shipping in March 2031.';
  const boards = inventArchive({
    '2031-W10': {
      text: `### Boards\n\n${says} A board with wifi is rare.\n`,
      facts: `- article: Boards\n  says: ${says}\n  about: [ThunderX]\n  status: "yes"\n  asks: [is the thunderx out?]\n- article: Boards\n  says: A board with wifi is rare.\n  about: [wifi]\n  asks: [which boards have wifi?]\n`,
    },
  });
  assert.equal(answerQuestion('I want a thunderx. does it ship with wifi?', boards).answered, false);
});
