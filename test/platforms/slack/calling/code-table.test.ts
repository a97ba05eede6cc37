import { test } from 'node:test';
import { isSlackCode, readSlackCode } from '#platforms/slack/calling/codes.ts';
import { agentScope, listNeededScopes } from '#platforms/slack/calling/scopes.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';

/** From the tables of errors of the calls that the bot lives by, and one that is in none. */
const slackCodes = [
  ...['access_denied', 'accesslimited', 'account_inactive', 'action_prohibited', 'as_user_not_supported'],
  ...['attachment_payload_limit_exceeded', 'cannot_reply_to_message', 'channel_is_archived', 'channel_not_found'],
  ...['deprecated_endpoint', 'ekm_access_denied', 'exchanged_trigger_id', 'expired_trigger_id', 'expired_url'],
  ...['external_channel_migrating', 'hash_conflict', 'invalid_arg_name', 'invalid_arguments'],
  ...['invalid_array_arg', 'invalid_attachments', 'invalid_auth', 'invalid_blocks', 'invalid_blocks_format'],
  ...['invalid_charset', 'invalid_form_data', 'invalid_metadata_format', 'invalid_metadata_schema'],
  ...['invalid_payload', 'invalid_post_type', 'invalid_thread_ts', 'invalid_trigger_id', 'invalid_url'],
  ...['is_archived', 'is_bot', 'markdown_text_conflict', 'message_limit_exceeded', 'message_not_found'],
  ...['messages_tab_disabled', 'metadata_must_be_sent_from_app', 'metadata_too_large', 'method_deprecated'],
  ...['method_not_supported_for_channel_type', 'missing_post_type', 'missing_scope', 'msg_blocks_too_long'],
  ...['msg_too_long', 'no_active_hooks', 'no_permission', 'no_service', 'no_text', 'not_allowed_token_type'],
  ...['not_authed', 'not_found', 'not_in_channel', 'org_login_required', 'posting_to_general_channel_denied'],
  ...['rate_limited', 'ratelimited', 'request_timeout', 'restricted_action'],
  ...['restricted_action_non_threadable_channel', 'restricted_action_read_only_channel'],
  ...['restricted_action_thread_locked', 'restricted_action_thread_only_channel', 'service_unavailable'],
  ...['team_added_to_org', 'team_disabled', 'thread_not_found', 'token_expired', 'token_revoked'],
  ...['too_many_attachments', 'too_many_contact_cards', 'trigger_exchanged', 'trigger_expired'],
  ...['two_factor_setup_required', 'unknown_method', 'used_url', 'user_not_found', 'user_not_in_channel'],
  ...['user_removed_from_team', 'view_too_large'],
  'a_code_of_next_year',
];

test('what each code of Slack means, and what to do; a code changes its meaning on purpose only', (t) => {
  const read = slackCodes.map((code) => `${code}: ${JSON.stringify(readSlackCode(code))} ${isSlackCode(code)}`);
  const scopes = [false, true].map((canLookBack) => `scopes: ${listNeededScopes(canLookBack)}`);
  matchFixture(t, [...read, ...scopes, agentScope].join('\n'), 'slack-codes.txt');
});
