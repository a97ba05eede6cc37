import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebClient } from '@slack/web-api';
import { AccessError } from '#conversation/ports/access-error.ts';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { composeSlackCallOptions } from '#platforms/slack/calling/call-options.ts';
import { checkSlackAccess, explainSocketFailure } from '#platforms/slack/calling/check-access.ts';
import { isFormRefused, isTokenRefused, toDeliveryError } from '#platforms/slack/calling/errors.ts';
import { createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { type SlackServer, startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';
import { documentedCodes, tokenCodes } from './documented-codes.ts';

const clientFor = (server: SlackServer, token: string) =>
  new WebClient(token, composeSlackCallOptions(server.apiUrl, createSlackLogger(keepLog())));

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: 'a failure was expected' });
}

test('of all that auth.test may answer, only what refuses the token is final', async () => {
  await using server = await startSlackServer();
  const client = clientFor(server, server.botToken);
  for (const error of documentedCodes['auth.test']) {
    server.faults.add({ method: 'auth.test', kind: 'error', error });
    const failure = await failureOf(checkSlackAccess(client, false));
    if (tokenCodes.has(error)) assert.ok(failure instanceof AccessError, error);
    else assert.ok(failure instanceof DeliveryError && failure.cause !== undefined, error);
  }
});

test('of all that apps.connections.open may answer, only what refuses the token or its scope is final', async () => {
  await using server = await startSlackServer();
  const client = clientFor(server, server.app.appToken);
  for (const error of documentedCodes['apps.connections.open']) {
    server.faults.add({ method: 'apps.connections.open', kind: 'error', error });
    const failure = explainSocketFailure(await failureOf(client.apps.connections.open()));
    const isFinal = tokenCodes.has(error) || error === 'missing_scope';
    assert.equal(failure instanceof AccessError, isFinal, error);
  }
});

test('what chat.postMessage answers is read as Slack’s documentation has it; what that does not call final passes', async () => {
  const closed = [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'cannot_reply_to_message',
    'messages_tab_disabled',
  ];
  const malformed = [
    ...['attachment_payload_limit_exceeded', 'invalid_arguments', 'invalid_attachments', 'invalid_blocks'],
    ...['invalid_blocks_format', 'markdown_text_conflict', 'msg_blocks_too_long', 'msg_too_long', 'no_text'],
    ...['too_many_attachments', 'too_many_contact_cards'],
  ];
  const misused = [
    ...['as_user_not_supported', 'deprecated_endpoint', 'invalid_arg_name', 'invalid_array_arg', 'invalid_charset'],
    ...['invalid_form_data', 'invalid_metadata_format', 'invalid_metadata_schema', 'invalid_post_type'],
    ...[
      'metadata_must_be_sent_from_app',
      'metadata_too_large',
      'method_deprecated',
      'missing_post_type',
      'missing_scope',
    ],
  ];
  await using server = await startSlackServer();
  const client = clientFor(server, server.botToken);
  for (const error of documentedCodes['chat.postMessage']) {
    server.faults.add({ method: 'chat.postMessage', kind: 'error', error });
    const failure = toDeliveryError(await failureOf(client.chat.postMessage({ channel: 'C0GENERAL', text: 'tea' })));
    const isClosed = closed.includes(error) || error.startsWith('restricted_action');
    const isRefused = tokenCodes.has(error) || malformed.includes(error) || misused.includes(error);
    assert.equal(failure.reason, isClosed ? 'destination-gone' : isRefused ? 'rejected' : 'try-later', error);
    assert.equal(failure.mayHaveArrived, ['internal_error', 'fatal_error'].includes(error), error);
    assert.equal(isTokenRefused(failure), tokenCodes.has(error), error);
    assert.equal(isFormRefused(failure), malformed.includes(error), error);
    assert.match(failure.message, /^[A-Z].*\.$/, error);
  }
});

test('a code that nobody has heard of passes, and a page in the place of an answer is none of Slack’s', async () => {
  await using server = await startSlackServer();
  const client = clientFor(server, server.botToken);
  const post = async (error: string) => {
    server.faults.add({ method: 'chat.postMessage', kind: 'error', error });
    return toDeliveryError(await failureOf(client.chat.postMessage({ channel: 'C0GENERAL', text: 'tea' })));
  };
  for (const error of ['a_code_of_next_year', 'constructor', 'to_string']) {
    const failure = await post(error);
    assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', false], error);
  }
  const page = await post('<html><body>The kettle of this network asks you to log in</body></html>');
  assert.deepEqual([page.reason, page.mayHaveArrived], ['try-later', true]);
  assert.doesNotMatch(page.message, /kettle/);
});
