import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHealthSettings } from '#app/settings/health.ts';

const check = (settings: Record<string, string>) => checkHealthSettings((name) => settings[name]);

test('nothing is served unless a port is set, and then to this machine only', () => {
  assert.deepEqual(check({}), { settings: undefined, problems: [] });
  assert.deepEqual(check({ PORT: '8080' }), { settings: { host: '127.0.0.1', port: 8080 }, problems: [] });
  assert.deepEqual(check({ PORT: '8080', HOST: '0.0.0.0' }).settings, { host: '0.0.0.0', port: 8080 });
});

test('a port or host that cannot be is told with what is expected', () => {
  for (const PORT of ['0', '65536', 'http', '80 80', '-1']) {
    assert.match(check({ PORT }).problems.join(), /^PORT: a port between 1 and 65535 is expected/);
  }
  assert.match(
    check({ PORT: '3000', SLACK_PORT: '3000' }).problems.join(),
    /^PORT: it is the same as SLACK_PORT\. Give/,
  );
  assert.match(check({ PORT: '3000', HOST: 'http://x' }).problems.join(), /^HOST: .* such as 127\.0\.0\.1/);
});
