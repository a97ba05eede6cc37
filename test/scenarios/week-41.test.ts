import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import { openArchive } from '#archive/open-archive.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { week41Folder } from '../fixtures/week-41-folder.ts';

// What a careful reader of this one issue, and of nothing else, would answer when it came out.
await using folder = await openArchive({ dir: week41Folder, log: { info() {}, warn() {} } });
assert.deepEqual(folder.problems, []);
const archive = folder.current;
const thatMonth = '2017-10-20';

const ask = (question: string) => answerQuestion(question, archive);
const textOf = (answer: Answer, today = thatMonth) => replyToText(composeAnswer(answer, today), 900);

// What is said before the sentence.
const words: Readonly<Record<VerdictWord, string>> = {
  yes: 'Yes: ',
  no: 'No: ',
  partly: 'Partly: ',
  planned: 'Not yet: ',
  'in-progress': 'Not yet: ',
  unknown: '',
};

interface Expected {
  readonly verdict: VerdictWord | undefined;
  /** Heading of the article that it rests on. */
  readonly article: string;
  /** Words of the sentence that says it. */
  readonly proof: RegExp;
  readonly note?: RegExp;
  readonly link?: string;
}

const balena = 'Balena, a container runtime from Resin.io';
const qemu = 'Java on QEMU 2.8 or newer';

const expected: Readonly<Record<string, Expected>> = {
  'does balena run on armv6?': {
    verdict: 'yes',
    article: balena,
    proof: /armv5, armv6, armv7, aarch64, i386 and x86_64/,
    link: 'http://balena.io',
  },
  'balena on windows': {
    verdict: 'no',
    article: balena,
    proof: /no Balena for Windows or Mac/,
  },
  'will balena work on my raspberry pi zero w?': {
    verdict: 'yes',
    article: balena,
    proof: /armv6/,
    note: /^A Raspberry Pi Zero is armv6\.$/,
  },
  'belena osx': {
    verdict: 'no',
    article: balena,
    proof: /no Balena for Windows or Mac/,
  },
  'RHSCL s390x': {
    verdict: 'yes',
    article: 'Red Hat Software Collections 3.0 Beta',
    proof: /s390x, aarch64 and ppc64le/,
    link: 'https://developers.redhat.com/products/softwarecollections/overview/',
  },
  'is the puppet agent for arm64 out?': {
    verdict: 'planned',
    article: 'Puppet plans an agent for 64-bit Arm',
    proof: /agent for 64-bit Arm later in 2017/,
  },
  '6windgate mips': {
    verdict: 'yes',
    article: '6WINDGate and DPDK on Arm',
    proof: /supported x86 and MIPS/,
  },
  'java qemu workaround': {
    verdict: undefined,
    article: qemu,
    proof: /--cpuset-cpus="0".*-Xint/,
    link: 'https://bugs.linaro.org/show_bug.cgi?id=3259',
  },
  'jvm qemu single cpu option': { verdict: undefined, article: qemu, proof: /single CPU .* with --cpuset-cpus="0"/ },
  'alpine multiarch yet?': {
    verdict: 'in-progress',
    article: 'Alpine for several architectures',
    proof: /Multi-architecture support .* is in progress/,
    link: 'https://github.com/gliderlabs/docker-alpine/issues/304',
  },
  "where's balena's source?": {
    verdict: undefined,
    article: balena,
    proof: /source code of Balena is at github\.com\/resin-os\/balena/,
    link: 'https://github.com/resin-os/balena',
  },
};

describe('with the first issue alone, a question is answered as its careful reader would', () => {
  for (const [question, { verdict, article, proof, note, link }] of Object.entries(expected)) {
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.answered, true, answer.lead);
      assert.equal(answer.verdict, verdict, answer.lead);
      const [first] = answer.citations;
      assert.equal(first?.source.heading, article);
      assert.match(first?.quote ?? '', proof);
      if (note)
        assert.ok(
          answer.notes.some((one) => note.test(one)),
          answer.notes.join(' '),
        );
      const links = first?.links.map(({ url }) => url) ?? [];
      assert.ok(links.length > 0);
      if (link) assert.ok(links.includes(link), links.join(' '));
      const said = textOf(answer);
      assert.ok(said.startsWith(`${verdict ? words[verdict] : ''}${first?.quote}\n`), said);
      assert.match(said, /2017-W41/);
    });
  }

  test('years later a verdict says of when it is', () => {
    const said = textOf(ask('does balena run on armv6?'), '2026-08-01');
    assert.match(said, /^Yes, as of October 2017: Balena runs on armv5, armv6, /);
  });

  test('where the source is: its link stands first', () => {
    assert.equal(ask("where's balena's source?").citations[0]?.links[0]?.url, 'https://github.com/resin-os/balena');
  });

  test('does balena support risc-v?', () => {
    const answer = ask('does balena support risc-v?');
    assert.equal(answer.answered, false);
    assert.equal(answer.verdict, 'unknown');
    assert.match(answer.lead, /^The archive does not say whether Balena runs on (?:risc-?v|riscv64)\.$/i);
    assert.equal(answer.citations[0]?.source.heading, balena, 'what it does say about Balena');
  });

  test("what's in week 41?", () => {
    const { list, answered, verdict, citations } = ask("what's in week 41?");
    assert.equal(answered, true);
    assert.equal(verdict, undefined);
    assert.deepEqual(list?.items, [
      balena,
      'Red Hat Software Collections 3.0 Beta',
      'Puppet plans an agent for 64-bit Arm',
      '6WINDGate and DPDK on Arm',
      'Take care with cross-built Docker images',
      qemu,
      'Alpine for several architectures',
    ]);
    assert.equal(citations[0]?.source.issueId, '2017-W41');
  });

  test('who won the world cup?', () => {
    const answer = ask('who won the world cup?');
    assert.equal(answer.answered, false);
    assert.deepEqual(answer.citations, []);
    assert.ok(textOf(answer).length < 300);
  });
});

describe('and so are the questions that come next', () => {
  for (const [question, verdict, proof] of [
    ['does balena run on arm64?', 'yes', /aarch64/],
    ['does balena support docker swarm?', 'no', /not compatible with Docker Swarm/],
    ['can i use swarm with balena?', 'no', /not compatible with Docker Swarm/],
    ['is balena in arch linux?', 'yes', /packaged for Arch Linux/],
    ['does rhscl run on aarch64?', 'yes', /s390x, aarch64 and ppc64le/],
    ['rhscl ppc64le', 'yes', /s390x, aarch64 and ppc64le/],
    ['is 6windgate available for arm?', 'planned', /first quarter of 2018/],
    ['does 6windgate run on x86?', 'yes', /supported x86 and MIPS/],
    ['does alpine have multi-arch images?', 'in-progress', /in progress/],
  ] as const) {
    test(`${question} – ${verdict}`, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, verdict, answer.lead);
      assert.match(answer.citations[0]?.quote ?? '', proof);
    });
  }

  for (const [question, proof] of [
    ['how much bandwidth does balena save?', /70 times as efficient in bandwidth/],
    ['which architectures does balena support?', /armv5, armv6, armv7, aarch64, i386 and x86_64/],
    ['what is balena built on?', /Moby/],
    ['when will 6windgate for arm be available?', /Q1 2018/],
    ['how many devices contain arm technology?', /100 billion/],
  ] as const) {
    test(`${question} The sentence says it`, () => {
      const answer = ask(question);
      assert.equal(answer.answered, true, answer.lead);
      assert.match(answer.citations[0]?.quote ?? '', proof);
    });
  }

  for (const question of [
    'is balena ready for production?',
    'is balena free?',
    'does balena support kubernetes?',
    'does balena support gpus?',
    'does rhscl run on armv7?',
    'does puppet run on armv6?',
    'does balena run on freebsd?',
    'how much does balena cost?',
    'what license is balena under?',
    'who is the ceo of resin.io?',
    'which versions of php, python and node does rhscl have?',
  ]) {
    test(`${question} The issue does not say`, () => {
      const answer = ask(question);
      assert.equal(answer.answered, false, `${answer.lead} ${answer.citations[0]?.quote}`);
    });
  }
});
