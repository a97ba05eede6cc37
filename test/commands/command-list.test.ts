import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';

// What Discord and Slack accept, so that no platform has to shorten or rename anything.
const platformName = /^[a-z][a-z-]{0,31}$/;
const maxDescription = 100;
const specs: readonly CommandSpec[] = commandList;

test('names and descriptions fit every platform as they are', () => {
  for (const { name, description, options } of specs) {
    for (const part of [{ name, description }, ...options]) {
      assert.match(part.name, platformName);
      assert.ok(part.description.length > 0 && part.description.length <= maxDescription, part.name);
    }
  }
});

test('names and phrases are all different, and each command has an example', () => {
  const words = specs.flatMap(({ name, phrases = [] }) => [name, ...phrases]);
  assert.equal(new Set(words).size, words.length);
  for (const { name, examples } of specs) assert.ok(examples.length > 0, name);
});

test('what may be left out comes last, where the parser can leave it out', () => {
  for (const { options } of specs) {
    const firstOptional = options.findIndex(({ isRequired }) => !isRequired);
    assert.ok(firstOptional < 0 || options.slice(firstOptional).every(({ isRequired }) => !isRequired));
  }
});
