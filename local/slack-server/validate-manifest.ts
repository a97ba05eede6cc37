// The app manifest as Slack takes it: docs.slack.dev/reference/app-manifest, and the limits of Slack's own schema for it.
import { choice, flag, list, type Members, object, pattern, type Report, required, text } from './shape-checks.ts';

/** One reason for which Slack would refuse a manifest. */
export interface ManifestProblem {
  readonly pointer: string;
  readonly message: string;
}

const webAddress = (max: number) => pattern(new RegExp(`^https?://.{1,${max - 8}}$`), 'a web address');
const named = (max: number) => list(text(max), 0, 255);
/** No limit is documented. */
const words = text(Number.MAX_SAFE_INTEGER);
const prompts = list(object({ title: required(words), message: required(words) }), 0, 4);

const features: Members = {
  agent_view: object({
    agent_description: required(text(300)),
    suggested_prompts: prompts,
    actions: list(object({ name: required(words), description: required(words) }), 0, 100),
  }),
  assistant_view: object({ assistant_description: required(words), suggested_prompts: prompts }),
  app_home: object({
    home_tab_enabled: flag,
    messages_tab_enabled: flag,
    messages_tab_read_only_enabled: flag,
  }),
  bot_user: object({
    display_name: required(pattern(/^[a-z0-9._-]{1,80}$/, 'small letters, digits, ".", "_" and "-"')),
    always_online: flag,
  }),
  shortcuts: list(
    object({
      name: required(text(24)),
      type: required(choice('message', 'global')),
      callback_id: required(text(255)),
      description: required(text(150)),
    }),
    1,
    10,
  ),
  slash_commands: list(
    object({
      command: required(pattern(/^\/[^\s/]{1,31}$/, 'a slash and a name')),
      description: required(text(2000)),
      usage_hint: text(1000),
      should_escape: flag,
      url: webAddress(3000),
    }),
    1,
    50,
  ),
  unfurl_domains: list(pattern(/^(?![.-])[-a-z0-9.]+[a-z0-9]$/, 'a domain'), 1, 5),
};

const settings: Members = {
  allowed_ip_address_ranges: list(text(18), 1, 50),
  event_subscriptions: object({
    request_url: webAddress(3500),
    bot_events: list(text(50), 0, 100),
    user_events: list(text(50), 0, 100),
  }),
  incoming_webhooks: object({ incoming_webhooks_enabled: flag }),
  interactivity: object({
    is_enabled: required(flag),
    request_url: webAddress(3500),
    message_menu_options_url: webAddress(3500),
  }),
  org_deploy_enabled: flag,
  socket_mode_enabled: flag,
  token_rotation_enabled: flag,
};

const manifest = object(
  {
    _metadata: object({ major_version: choice(1, 2), minor_version: choice(0, 1) }),
    display_information: required(
      object({
        name: required(text(35)),
        description: text(140),
        long_description: text(4000, 175),
        background_color: pattern(/^#(?:[0-9a-fA-F]{3}){1,2}$/, 'a colour'),
      }),
    ),
    features: object(features, (value, pointer, report) => {
      if (value.agent_view && value.assistant_view) report(pointer, 'only one of agent_view and assistant_view');
    }),
    oauth_config: object({
      redirect_urls: list(text(2500), 0, 1000),
      scopes: object({ bot: named(50), user: named(50), bot_optional: named(50), user_optional: named(50) }),
      token_management_enabled: flag,
      pkce_enabled: flag,
    }),
    settings: object(settings),
  },
  checkReachability,
);

/** What Slack would refuse in a manifest; nothing when it is fine. */
export function validateManifest(value: object): readonly ManifestProblem[] {
  const problems: ManifestProblem[] = [];
  manifest(value, '', (pointer, message) => problems.push({ pointer, message }));
  return problems;
}

interface Reachable {
  readonly features?: { readonly slash_commands?: readonly { readonly url?: string }[] };
  readonly settings?: {
    readonly socket_mode_enabled?: boolean;
    readonly interactivity?: { readonly is_enabled: boolean; readonly request_url?: string };
    readonly event_subscriptions?: { readonly request_url?: string };
  };
}

/** Without Socket Mode everything that Slack sends needs an address. */
function checkReachability(value: unknown, _pointer: string, report: Report): void {
  const { features: shown, settings: set } = value as Reachable;
  if (set?.socket_mode_enabled) return;
  const need = (is: boolean, pointer: string) => {
    if (is) report(pointer, 'needed without Socket Mode');
  };
  shown?.slash_commands?.forEach(({ url }, at) => {
    need(url === undefined, `/features/slash_commands/${at}/url`);
  });
  need(
    set?.interactivity?.is_enabled === true && set.interactivity.request_url === undefined,
    '/settings/interactivity/request_url',
  );
  need(
    set?.event_subscriptions !== undefined && set.event_subscriptions.request_url === undefined,
    '/settings/event_subscriptions/request_url',
  );
}
