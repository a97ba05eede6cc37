import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { inventArchive } from './invented-archive.ts';

const archive = inventArchive({
  '2031-W07': `### Potd, a pot watcher

Potd is being ported to arm64.

### Short notes

* **Lidctl** needs the Ladlefs library, which does not run on riscv64.
* **Ladlefs** 3 comes for arm64 and armv7.
* **Sieved** will get an arm64 build in May.
`,
  '2031-W20': `### Short notes

* **Potd** 2 is out: arm64 packages made it into the archive.
* **Sieved**: arm64 packages are back on the server.
* **Whiskd** is fine on the Raspberry Pi 4. Potd was not tried there.
`,
});

const ask = (question: string) => answerQuestion(question, archive);

describe('a paragraph or item with a subject of its own', () => {
  test('is read for that subject alone', () => {
    assert.equal(ask('does ladlefs run on armv7?').verdict, 'yes');
    assert.equal(ask('does sieved run on riscv64?').answered, false);
  });

  test('of a later issue overtakes what an article said before', () => {
    const answer = ask('is potd available for arm64?');
    assert.equal(answer.verdict, 'yes', answer.lead);
    assert.equal(answer.citations[0]?.source.issueId, '2031-W20');
  });

  test('overtakes the item of an earlier issue under the same heading', () => {
    const answer = ask('is there a sieved build for arm64?');
    assert.equal(answer.verdict, 'yes', answer.lead);
    assert.equal(answer.citations[0]?.source.issueId, '2031-W20');
  });
});

test('of a device, nothing is said that the article does not speak of', () => {
  assert.equal(ask('is the raspberry pi 4 sold on the spot market?').answered, false);
});
