/** What one of Slack's error codes means for whoever called. */
export type SlackCodeKind =
  /** The token itself is refused: nothing that is called with it works until somebody mends it. */
  | 'token'
  /** Slack does not let the bot write there until somebody changes something there. */
  | 'destination'
  /** Slack does not take a message of this form. */
  | 'form'
  /** The call was refused as it stands; nothing was done, and nothing is by asking again at once. */
  | 'call'
  /** Something broke on Slack's side, perhaps after doing what was asked. */
  | 'unsure'
  /** It passes, and nothing was done. */
  | 'passing';

interface SlackCode {
  readonly kind: SlackCodeKind;
  /** A sentence: what a person can do. */
  readonly remedy: string;
}

const newToken = 'install the app again and copy SLACK_BOT_TOKEN.';
const form = 'Slack does not take a message of this form';
const malformed = 'Slack does not understand the call';
const own = 'Slack had a fault of its own';

/**
 * Every code that Slack's documentation calls final, from the tables of errors at docs.slack.dev/reference/methods/auth.test,
 * apps.connections.open, chat.postMessage, chat.postEphemeral, chat.update, views.open, and
 * docs.slack.dev/messaging/sending-messages-using-incoming-webhooks (response addresses), and the SDK's own list for Socket Mode
 * (`UnrecoverableSocketModeStartError`). A code that does not stand here is one of Slack's or the network's own troubles:
 * it passes.
 */
const codes: Readonly<Record<string, SlackCode>> = {
  ...all('token', {
    not_authed: 'No token was sent: set SLACK_BOT_TOKEN.',
    invalid_auth: 'Slack does not know the token: copy SLACK_BOT_TOKEN again from "OAuth & Permissions".',
    account_inactive: 'The app was removed from the workspace: install it again and copy SLACK_BOT_TOKEN.',
    token_revoked: `The token was revoked: ${newToken}`,
    token_expired: `The token has expired: ${newToken}`,
    user_removed_from_team: `The app's user was removed from the workspace: ${newToken}`,
    team_disabled: 'The workspace is closed: install the app in another one and copy SLACK_BOT_TOKEN.',
    not_allowed_token_type:
      'The token is of the wrong kind: SLACK_BOT_TOKEN begins with "xoxb-", SLACK_APP_TOKEN with "xapp-".',
  }),
  ...all('call', {
    missing_scope:
      'The app lacks a permission (scope): update it with "npm run manifest -- slack" and install it again.',
    user_not_in_channel: 'The person is no longer in the channel.',
    ...same('The window could not be opened or changed any more: ask again.', [
      'expired_trigger_id',
      'exchanged_trigger_id',
      'invalid_trigger_id',
      'trigger_expired',
      'trigger_exchanged',
      'not_found',
      'view_too_large',
      'hash_conflict',
    ]),
    ...same(`${malformed}: report it.`, [
      'invalid_arg_name',
      'invalid_array_arg',
      'invalid_charset',
      'invalid_form_data',
      'invalid_post_type',
      'missing_post_type',
      'invalid_metadata_format',
      'invalid_metadata_schema',
      'metadata_must_be_sent_from_app',
      'metadata_too_large',
      'as_user_not_supported',
      'is_bot',
      'unknown_method',
      'method_deprecated',
      'deprecated_endpoint',
      'method_not_supported_for_channel_type',
    ]),
  }),
  ...all('destination', {
    channel_not_found: 'The channel is gone, or the bot cannot see it: invite it with "/invite".',
    not_in_channel: 'The bot is not in the channel: invite it with "/invite".',
    is_archived: 'The channel is archived: unarchive it, or choose another.',
    restricted_action: 'The workspace does not let the bot post there: ask an administrator.',
    restricted_action_read_only_channel: 'The channel is read-only for the bot: ask an administrator.',
    restricted_action_thread_only_channel: 'The channel takes replies only: ask an administrator.',
    restricted_action_non_threadable_channel: 'The channel takes no replies: ask an administrator.',
    restricted_action_thread_locked: 'The thread is locked: ask an administrator.',
    messages_tab_disabled: 'The app takes no direct messages: update it with "npm run manifest -- slack".',
    thread_not_found: 'The thread is gone.',
    invalid_thread_ts: 'The thread is gone.',
    message_not_found: 'The message is gone.',
    ...same('Slack does not let the message be edited any more.', ['edit_window_closed', 'cant_update_message']),
    cannot_reply_to_message: 'That message takes no replies.',
    user_not_found: 'The person is gone.',
    ...same('The way to answer has expired.', [
      'used_url',
      'expired_url',
      'invalid_url',
      'no_service',
      'no_active_hooks',
    ]),
    ...same('The channel takes no answers from the bot: ask an administrator.', [
      'channel_is_archived',
      'action_prohibited',
      'posting_to_general_channel_denied',
    ]),
  }),
  ...all(
    'form',
    same(`${form}: report it.`, [
      'invalid_blocks',
      'invalid_blocks_format',
      'invalid_arguments',
      'invalid_attachments',
      'attachment_payload_limit_exceeded',
      'too_many_attachments',
      'too_many_contact_cards',
      'markdown_text_conflict',
      'msg_too_long',
      'msg_blocks_too_long',
      'no_text',
      'invalid_payload',
    ]),
  ),
  ...all('unsure', same(`${own}; it is tried again later.`, ['internal_error', 'fatal_error'])),
};

/** Codes that pass, but have a remedy of their own in case they do not. */
const passing: Readonly<Record<string, string>> = {
  ratelimited: 'Slack asks to send less; it is tried again later.',
  rate_limited: 'Slack asks to send less; it is tried again later.',
  message_limit_exceeded: 'The workspace has sent as many messages as it may; it is tried again later.',
  service_unavailable: 'Slack is out of order for a moment; it is tried again later.',
  request_timeout: 'Slack did not get the whole request; it is tried again.',
  team_added_to_org: 'The workspace is being moved; it is tried again later.',
  org_login_required: 'The workspace is being moved; it is tried again later.',
  external_channel_migrating: 'The channel is being moved; it is tried again later.',
  ekm_access_denied: 'Administrators have suspended posting; it is tried again later.',
  accesslimited: 'Slack does not let this network in for now: it is tried again. If it stays so, ask an administrator.',
  access_denied: 'Slack does not let the bot do that for now: it is tried again. If it stays so, ask an administrator.',
  no_permission: 'The bot lacks a permission: it is tried again. If it stays so, install the app again.',
  two_factor_setup_required: 'Whoever installed the app must set up two factors at Slack; it is tried again.',
};

/** What a code is; whatever no table of Slack's calls final passes. */
export function readSlackCode(code: string): SlackCode {
  return (
    (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? {
      kind: 'passing',
      remedy:
        (Object.hasOwn(passing, code) ? passing[code] : undefined) ?? `Slack refuses it (${code}); it is tried again.`,
    }
  );
}

/** Whether an answer's error is a code at all: a page of a proxy, or a whole sentence, is none. */
export function isSlackCode(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z][a-z0-9_]{1,80}$/.test(text);
}

function all(kind: SlackCodeKind, remedies: Readonly<Record<string, string>>): Record<string, SlackCode> {
  return Object.fromEntries(Object.entries(remedies).map(([code, remedy]) => [code, { kind, remedy }]));
}

function same(remedy: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, remedy]));
}
