import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSettings } from '#settings/check-settings.ts';
import { anyText, portSchema } from '#settings/setting-schemas.ts';

const settings = {
  KETTLE_NAME: anyText,
  KETTLE_PORT: { schema: portSchema },
  KETTLE_OTHER_PORT: { schema: portSchema },
};
const check = (given: Readonly<Record<string, string>>) => checkSettings(settings, (name) => given[name]);

test('values come out as their schemas make them', () => {
  const { values, problems } = check({ KETTLE_NAME: ' k ', KETTLE_PORT: '80' });
  assert.deepEqual(problems, []);
  assert.deepEqual([values.KETTLE_NAME, values.KETTLE_PORT, values.KETTLE_OTHER_PORT], [' k ', 80, undefined]);
});

test('all that is wrong is told at once, each by its name, and what is right is there all the same', () => {
  const { values, problems } = check({ KETTLE_NAME: 'k', KETTLE_PORT: 'x', KETTLE_OTHER_PORT: '0' });
  assert.deepEqual(
    problems.map((problem) => problem.split(':')[0]),
    ['KETTLE_PORT', 'KETTLE_OTHER_PORT'],
  );
  assert.equal(values.KETTLE_NAME, 'k');
  assert.equal('KETTLE_PORT' in values, false);
});
