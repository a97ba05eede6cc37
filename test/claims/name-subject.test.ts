import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nameSubject } from '#claims/name-subject.ts';

// heading, the subject that it names.
const table: readonly [heading: string, subject: string][] = [
  ['Foodb', 'Foodb'],
  ['Foodb, a new database from Barsoft', 'Foodb'],
  ['Foodb on arm64', 'Foodb'],
  ['Foodb for the Raspberry Pi', 'Foodb'],
  ['Foodb now supports arm64', 'Foodb'],
  ['Foodb ported to s390x', 'Foodb'],
  ['Foodb - a database for small boards', 'Foodb'],
  ['Foodb | release notes', 'Foodb'],
  ['Foodb support in the kernel', 'Foodb'],
  ['Foodb release announcement', 'Foodb'],
  ['Foodb gains arm64 support', 'Foodb'],
  ['Foodb gets an arm64 port', 'Foodb'],
  ['Foodb drops armv6', 'Foodb'],
  ['Foodb lands on arm64', 'Foodb'],
  ['Foodb (Jane Doe)', 'Foodb'],
  ['Work in progress: Foodb on arm64 (Jane Doe)', 'Foodb'],
  ['Just released: Foodb', 'Foodb'],
  ['Merge request: Foodb for arm64', 'Foodb'],
  ['Tiny Foodb Server', 'Tiny Foodb Server'],
  ['node.foo', 'node.foo'],
  ['X-Foo', 'X-Foo'],
  ['6FOOGate', '6FOOGate'],
  ['', ''],
];

describe('the subject of a heading is its name, without what the heading tells of it', () => {
  for (const [heading, subject] of table)
    test(heading || 'no heading', () => assert.equal(nameSubject(heading), subject));
});

describe('a heading that is nothing but telling keeps some name', () => {
  for (const heading of ['On the way to arm64', 'Release notes', '(untitled)', 'Port: ', 'Is it out?'])
    test(heading, () => assert.notEqual(nameSubject(heading).trim(), ''));
});
