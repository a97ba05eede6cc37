import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { composeAnswer } from '#answering/compose-answer.ts';
import { replyToText } from '#conversation/reply-to-text.ts';
import { inventArchive } from './invented-archive.ts';

const issue = (text: string) => `# Kitchen Weekly\n\n${text}\n`;

// planned, worked on, done, dropped: one status an issue.
const wokd = {
  '2031-W01': issue('### Wokd for arm64\n\nWokd is a scheduler. Barsoft plans to release Wokd for arm64 in April.'),
  '2031-W05': issue('### Wokd for arm64\n\nWork is under way to port Wokd to arm64.'),
  '2031-W10': issue('### Wokd for arm64\n\nWokd 2 is out and runs on arm64.'),
  '2031-W40': issue('### Wokd drops arm64\n\nWokd 3 no longer runs on arm64.'),
} as const;

type Week = keyof typeof wokd;
const upTo = (last: Week) => inventArchive(Object.fromEntries(Object.entries(wokd).filter(([id]) => id <= last)));

describe('the newest statement holds', () => {
  for (const [week, verdict] of [
    ['2031-W01', 'planned'],
    ['2031-W05', 'in-progress'],
    ['2031-W10', 'yes'],
    ['2031-W40', 'no'],
  ] as const) {
    test(`up to ${week}: ${verdict}`, () => {
      const answer = answerQuestion('does wokd run on arm64?', upTo(week));
      assert.equal(answer.verdict, verdict, answer.lead);
      assert.equal(answer.citations[0]?.source.issueId, week);
    });
  }

  test('also where the later article names a version, and the earlier one said no', () => {
    const archive = inventArchive({
      '2031-W08': issue('### Ovend\n\nOvend wraps a model. GPU libraries for Ovend are in the amd64 bundle only.'),
      '2031-W30': issue('### Ovend 0.3\n\nNow the arm64 tarball of Ovend has GPU libraries, for boards of all kinds.'),
    });
    const answer = answerQuestion('does ovend have gpu libraries for arm64?', archive);
    assert.deepEqual([answer.verdict, answer.citations[0]?.source.issueId], ['yes', '2031-W30']);
  });

  test('also in an article on several things, where it has all that was asked', () => {
    const archive = inventArchive({
      '2031-W08': issue(
        '### Ovend on the Pi 4\n\nOvend needs new drivers. There is no official image for the Pi 4 yet.',
      ),
      '2031-W30': issue(
        '### Kettles, pans and friends\n\nPand is a pan.\n\nOvend 4.6 brought the official Pi 4 image, and 4.7 adds another.',
      ),
    });
    const answer = answerQuestion('does ovend have an official image for the pi 4?', archive);
    assert.deepEqual([answer.verdict, answer.citations[0]?.source.issueId], ['yes', '2031-W30']);
  });

  test('of the asked version, not of another in the same article', () => {
    const archive = inventArchive({
      '2031-W08': issue(
        '### Ovend 5.0 wants more\n\nOvend 5.0 does not run on a Pi 4. You can stay with 4.4, which runs on the Pi 4 as ever.',
      ),
    });
    assert.equal(answerQuestion('does ovend 5.0 run on a pi 4?', archive).verdict, 'no');
  });

  test('and gaps told in the next sentence make a yes partly', () => {
    const archive = inventArchive({
      '2031-W08': issue('### Ovend\n\nOvend has arm64 support now. It runs on both of its platforms, with some gaps.'),
    });
    assert.equal(answerQuestion('does ovend run on arm64?', archive).verdict, 'partly');
  });

  test('and what an article says plainly goes before a heading that only puts two names together', () => {
    const archive = inventArchive({
      '2031-W08': issue(
        '### Ovend wheels for the Pi\n\nUp to now Ovend took long to compile on a Pi. With 1.9, due within weeks, Barsoft is going to publish Ovend wheels for the Pi.',
      ),
    });
    assert.equal(answerQuestion('are there ovend wheels for the pi?', archive).verdict, 'planned');
  });

  test('asked whether anybody is at it, who is at it counts more than that it is not there', () => {
    const archive = inventArchive({
      '2031-W12': issue(
        '### Lidd: still waiting\n\nLidd 1.8 does not run on arm64. Ada has a fork and a pull request with the build container.',
      ),
    });
    assert.equal(answerQuestion('does lidd run on arm64?', archive).verdict, 'no');
    assert.equal(answerQuestion('is anybody working on lidd for arm64?', archive).verdict, 'in-progress');
  });

  test('in whatever order the issues are read', () => {
    const backwards = inventArchive(Object.fromEntries(Object.entries(wokd).reverse()));
    assert.equal(answerQuestion('does wokd run on arm64?', backwards).verdict, 'no');
  });

  test('also over the turn of a year', () => {
    const archive = inventArchive({
      '2030-W52': issue('### Wokd\n\nWokd does not run on arm64.'),
      '2031-W02': issue('### Wokd\n\nWokd now runs on arm64.'),
    });
    assert.equal(answerQuestion('does wokd run on arm64?', archive).verdict, 'yes');
  });
});

describe('the answer tells how it came there', () => {
  test('each earlier status with its issue, oldest first', () => {
    const notes = answerQuestion('does wokd run on arm64?', upTo('2031-W10')).notes.join(' ');
    assert.match(notes, /planned in 2031-W01.*in progress in 2031-W05.*working in 2031-W10/);
  });

  test('nothing, where nothing changed', () => {
    const archive = inventArchive({
      '2031-W02': issue('### Wokd\n\nWokd runs on arm64.'),
      '2031-W09': issue('### Wokd\n\nWokd still runs on arm64.'),
    });
    assert.deepEqual(answerQuestion('does wokd run on arm64?', archive).notes, []);
  });

  test('the change of one target is no change of another', () => {
    const archive = inventArchive({
      '2031-W02': issue('### Wokd\n\nWokd runs on armv7. Wokd does not run on arm64.'),
      '2031-W09': issue('### Wokd on 64-bit Arm\n\nWokd now runs on arm64.'),
    });
    assert.equal(answerQuestion('does wokd run on armv7?', archive).verdict, 'yes');
    assert.deepEqual(answerQuestion('does wokd run on armv7?', archive).notes, []);
  });

  test('the change of one subject is no change of another', () => {
    const archive = inventArchive({
      '2031-W02': issue('### Wokd\n\nWokd runs on arm64.'),
      '2031-W09': issue('### Ovend\n\nOvend does not run on arm64.'),
    });
    const answer = answerQuestion('does wokd run on arm64?', archive);
    assert.equal(answer.verdict, 'yes');
    assert.deepEqual(answer.notes, []);
  });
});

describe('since when', () => {
  test('is answered by the issue from which on it stood so', () => {
    const archive = inventArchive({
      '2031-W02': issue('### Wokd\n\nWokd does not run on arm64.'),
      '2031-W09': issue('### Wokd on 64-bit Arm\n\nWokd now runs on arm64.'),
      '2031-W20': issue('### Wokd 2\n\nWokd 2 runs on arm64.'),
    });
    const answer = answerQuestion('since when does wokd run on arm64?', archive);
    assert.equal(answer.answered, true, answer.lead);
    assert.match(replyToText(composeAnswer(answer), 900), /2031-W09/);
  });
});

test('every answer carries the date of its issue', () => {
  for (const week of ['2031-W05', '2031-W10'] as const) {
    const text = replyToText(composeAnswer(answerQuestion('wokd arm64', upTo(week))), 900);
    assert.match(text, week === '2031-W05' ? /2031-01-31/ : /2031-03-07/);
  }
});
