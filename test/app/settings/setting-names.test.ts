import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainUnknownVariables } from '#app/settings/setting-names.ts';

describe('of the environment only what is close to a setting that is not set is told', () => {
  for (const [environment, told] of [
    [{ SLACK_BOT_TOKN: 'a' }, 'SLACK_BOT_TOKN (environment) is no setting of the bot. Did you mean SLACK_BOT_TOKEN?'],
    [{ slack_bot_tokn: 'a' }, 'slack_bot_tokn (environment) is no setting of the bot. Did you mean SLACK_BOT_TOKEN?'],
    [{ SLACK_BOT_TOKN: 'a', SLACK_BOT_TOKEN: 'b' }, undefined],
    [{ SLACK_BOT_TOKN: '' }, undefined],
    [{ SLACK_BOT_TOKEN: 'a' }, undefined],
    [{ DATABASE_URLS: 'a' }, undefined],
  ] as const)
    test(`${Object.keys(environment).join(' and ')}: ${told === undefined ? 'nothing' : 'what may be meant'}`, () =>
      assert.deepEqual(explainUnknownVariables(environment), told === undefined ? [] : [told]));
});
