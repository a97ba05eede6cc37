import { test } from 'node:test';
import { closeCodes, errorCodes } from '#platforms/discord/calling/codes.ts';
import { neededPermissions } from '#platforms/discord/calling/invite.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';

test('what each code of Discord means, and what to do; a code changes its meaning on purpose only', (t) => {
  const closings = Object.entries(closeCodes).map(([code, closing]) => `${code}: ${closing ?? 'connects again'}`);
  const errors = Object.entries(errorCodes).map(([code, meaning]) => `${code}: ${JSON.stringify(meaning)}`);
  matchFixture(t, [...closings, ...errors, String(neededPermissions)].join('\n'), 'discord-codes.txt');
});
