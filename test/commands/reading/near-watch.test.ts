import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommand } from '#commands/reading/parse-command.ts';

test('a slip for a command is offered as one, a word of its own is not', () => {
  const nearMiss = (line: string) => {
    const parsed = parseCommand(line);
    return parsed.kind === 'command' ? parsed.nearMiss : undefined;
  };
  for (const line of ['patch for arm64', 'match docker', 'batch jobs on arm', 'catch 22']) {
    assert.equal(nearMiss(line), undefined, line);
  }
  assert.equal(nearMiss('wacth samba'), 'watch samba');
  assert.equal(nearMiss('unwach samba'), 'unwatch samba');
});
