/** Errors that any method may answer with, from the tables at docs.slack.dev/reference/methods. */
const ofEveryMethod = [
  ...['access_denied', 'accesslimited', 'account_inactive', 'deprecated_endpoint', 'ekm_access_denied'],
  ...['enterprise_is_restricted', 'fatal_error', 'internal_error', 'invalid_arg_name', 'invalid_arguments'],
  ...['invalid_array_arg', 'invalid_auth', 'invalid_charset', 'invalid_form_data', 'invalid_post_type'],
  ...['method_deprecated', 'missing_post_type', 'missing_scope', 'no_permission', 'not_allowed_token_type'],
  ...['not_authed', 'org_login_required', 'ratelimited', 'request_timeout', 'service_unavailable'],
  ...['team_access_not_granted', 'team_added_to_org', 'token_expired', 'token_revoked', 'two_factor_setup_required'],
];

/** All errors that Slack's documentation names for the calls that the bot lives by. */
export const documentedCodes = {
  'auth.test': [...ofEveryMethod, 'user_removed_from_team', 'team_disabled'],
  'apps.connections.open': [
    ...ofEveryMethod,
    ...['forbidden_team', 'insecure_request', 'is_bot', 'missing_args', 'user_removed_from_team', 'team_disabled'],
  ],
  'chat.postMessage': [
    ...ofEveryMethod,
    ...['as_user_not_supported', 'attachment_payload_limit_exceeded', 'cannot_reply_to_message', 'channel_not_found'],
    ...['external_channel_migrating', 'invalid_attachments', 'invalid_blocks', 'invalid_blocks_format'],
    ...['invalid_metadata_format', 'invalid_metadata_schema', 'is_archived', 'markdown_text_conflict'],
    ...['message_limit_exceeded', 'messages_tab_disabled', 'metadata_must_be_sent_from_app', 'metadata_too_large'],
    ...['msg_blocks_too_long', 'msg_too_long', 'no_text', 'not_in_channel', 'rate_limited', 'restricted_action'],
    ...['restricted_action_non_threadable_channel', 'restricted_action_read_only_channel'],
    ...['restricted_action_thread_locked', 'restricted_action_thread_only_channel', 'team_not_found'],
    ...['too_many_attachments', 'too_many_contact_cards'],
  ],
} as const;

/** Those that say that the token is of no use, whatever is called with it. */
export const tokenCodes: ReadonlySet<string> = new Set([
  ...['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'user_removed_from_team'],
  ...['team_disabled', 'not_allowed_token_type'],
]);
