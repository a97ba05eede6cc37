import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type NamedTopic, readTopic, readTopicOfQuestion } from '#answering/question/read-topic.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { millArchive } from '../mill-archive.ts';

const show = (topic: NamedTopic | undefined) =>
  topic && [topic.subject, topic.isKnown, topic.target?.label, topic.strangePlace];
const read = (text: string) => show(readTopic(text, millArchive));
const readQuestion = (text: string) => show(readTopicOfQuestion(understandQuestion(text, millArchive), millArchive));

suite('a subject that nobody has written about is none, also where its words are those of the language', () => {
  for (const [text, subject, target] of [
    ['kettle on armv7', 'kettle', 'armv7'],
    ['home assistant on the pi zero', 'home assistant', 'Raspberry Pi Zero'],
    ['a hammer for windows', 'a hammer', 'Windows'],
    ['flurbo on arm64', 'flurbo', 'arm64'],
    ['quernd hammer on arm64', 'quernd hammer', 'arm64'],
    ['home assistant pi zero', 'home assistant', 'Raspberry Pi Zero'],
    ['hammer arm64', 'hammer', 'arm64'],
    ['kettle for the pi zero', 'kettle', 'Raspberry Pi Zero'],
    ['databases on arm64', 'databases', 'arm64'],
  ] as const)
    test(text, () => assert.deepEqual(read(text), [subject, false, target, undefined]));
});

suite('a subject is known by its name, whatever little words stand around it', () => {
  for (const [text, subject, target, strangePlace] of [
    ['quernd on armv7', 'Quernd', 'armv7'],
    ['quernd 3.1 on armv7', 'Quernd', 'armv7'],
    ['the new quernd on the raspberry pi 3', 'Quernd', 'Raspberry Pi 3'],
    ['quernd images for armv7', 'Quernd', 'armv7'],
    ['quernd under windows', 'Quernd', 'Windows'],
    ['querndd on armv7', 'Quernd', 'armv7'],
    ['quernd armv7', 'Quernd', 'armv7'],
    ['any news on quernd', 'Quernd', undefined],
    ['news about quernd on armv7', 'Quernd', 'armv7'],
    ['raspberry pi 3', 'Raspberry Pi 3', undefined],
    ['raspberry pi 3 boards', 'Raspberry Pi 3', undefined],
    ['quernd on qwortz', 'Quernd', undefined, 'qwortz'],
  ] as const)
    test(text, () => assert.deepEqual(read(text), [subject, true, target, strangePlace]));

  test('of a long one that nobody has written about, sixty characters are kept', () =>
    assert.equal(readTopic(`${'flurbo'.repeat(20)} on arm64`, millArchive)?.subject, 'flurbo'.repeat(10)));

  test('a text without a letter names nothing', () => assert.equal(read(' ?! '), undefined));
});

suite('of a question, what it asks about is watched and not the machine alone', () => {
  for (const [question, ...topic] of [
    ['does kettle run on armv7?', 'kettle', false, 'armv7'],
    ['is there a hammer for arm64?', 'hammer', false, 'arm64'],
    ['can I run my home assistant on the pi zero', 'home assistant', false, 'Raspberry Pi Zero'],
    ['does quernd run on armv7?', 'Quernd', true, 'armv7'],
    ['does flurbo run on armv7?', 'flurbo', false, 'armv7'],
    ['what runs on riscv64?', 'riscv64', true, undefined],
    ['does it run on riscv64?', 'riscv64', true, undefined],
    ['I have an armv7 board. does quernd run on it?', 'Quernd', true, 'armv7'],
  ] as const)
    test(question, () => assert.deepEqual(readQuestion(question), [...topic, undefined]));
});
