import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogLevel } from '@slack/bolt';
import { clockRemedy, createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const told = (words: string) => {
  const log = keepLog();
  createSlackLogger(log).warn(words);
  const [entry] = log.entries;
  assert.ok(entry?.level === 'warn' && entry.fields.words === words);
  return [entry.message, entry.fields.remedy];
};

test('what Slack’s SDK warns of comes with what can be done about it', () => {
  const [message, remedy] = told('http request failed getaddrinfo ENOTFOUND');
  assert.equal(message, 'Slack cannot be reached; it is tried again.');
  assert.match(String(remedy), /^If it stays so, look whether this machine reaches Slack/);
  const page = told('http request failed A web page came in its place');
  assert.match(String(page[1]), /^A web page came in the place of Slack/);
  assert.deepEqual(told('the system time differs'), ['Slack SDK warns', clockRemedy]);
  assert.deepEqual(told('a stale request'), ['Slack SDK warns', clockRemedy]);
  assert.match(String(told('signature mismatch')[1]), /SLACK_SIGNING_SECRET/);
  assert.deepEqual(told('an http request failed'), ['Slack SDK warns', undefined]);
});

test('errors are warnings, what is said by the way is for the curious, and payloads are not shown', () => {
  const log = keepLog();
  const logger = createSlackLogger(log);
  logger.error('it broke', new Error('at the spout'), 7);
  logger.info('connected', 'again');
  logger.debug('a payload');
  logger.setLevel(LogLevel.DEBUG);
  logger.setName('x');
  assert.deepEqual(
    log.entries.map(({ level, message, fields }) => [level, message, fields]),
    [
      ['warn', 'Slack SDK reports an error', { words: 'it broke at the spout 7' }],
      ['debug', 'Slack SDK', { words: 'connected again' }],
    ],
  );
  assert.equal(logger.getLevel(), LogLevel.INFO);
});
