import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findCommand, findNearCommand } from '#commands/reading/find-command.ts';

describe('a command is found by its name', () => {
  for (const typed of ['status', 'STATUS', '/status', '!status', 'status:', 'status,'])
    test(typed, () => assert.equal(findCommand(typed)?.name, 'status'));
  for (const typed of ['', 'statuses', '//status', 'status!', 'sta tus'])
    test(`not by “${typed}”`, () => assert.equal(findCommand(typed), undefined));
});

describe('a word one slip away from a command may be meant as it', () => {
  const cases: readonly [typed: string, name: string | undefined][] = [
    ['statsu', 'status'],
    ['sttaus', 'status'],
    ['statis', 'status'],
    ['xtatus', 'status'],
    ['statu', 'status'],
    ['tatus', 'status'],
    ['stattus', 'status'],
    ['statusx', 'status'],
    ['/Serach', 'search'],
    ['status', undefined],
    ['staatuss', undefined],
    ['sattsu', undefined],
    ['stat', undefined],
    ['issues', undefined],
    ['patch', undefined],
    ['hepl', 'help'],
    ['isue', 'issue'],
    ['arm', undefined],
    ['task', undefined],
    ['', undefined],
  ];
  for (const [typed, name] of cases)
    test(`“${typed}”: ${name}`, () => assert.equal(findNearCommand(typed)?.name, name));
});
