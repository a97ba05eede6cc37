import type { DeliveryOutcome } from './delivery.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Workspace } from './slack-world.ts';

/** An event on its way. */
export interface DispatchedEvent {
  readonly eventId: string;
  readonly outcome: Promise<DeliveryOutcome>;
}

// The subscription that an event needs, and the scope that the subscription needs.
const messageSubscriptions: Readonly<Record<string, [subscription: string, scope: string]>> = {
  channel: ['message.channels', 'channels:history'],
  group: ['message.groups', 'groups:history'],
  im: ['message.im', 'im:history'],
};
const scopesOfEvents: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  assistant_thread_started: 'assistant:write',
  assistant_thread_context_changed: 'assistant:write',
};

/** The scope without which Slack sends nothing for a subscription, such as `message.im`; undefined when none is needed. */
export function findScopeOfSubscription(subscription: string): string | undefined {
  const ofMessages = Object.values(messageSubscriptions).find(([name]) => name === subscription);
  return ofMessages?.[1] ?? scopesOfEvents[subscription];
}

/** Sends an event to the app, if it subscribes to it and may see it. */
export function dispatchEvent(state: SlackState, workspace: Workspace, event: JsonObject): DispatchedEvent | undefined {
  const type = String(event.type);
  const [subscription, scope] =
    type === 'message'
      ? (messageSubscriptions[String(event.channel_type)] ?? [type, undefined])
      : [type, scopesOfEvents[type]];
  if (!workspace.isInstalled || !state.world.app.events.includes(subscription)) return undefined;
  if (scope !== undefined && !workspace.scopes.has(scope)) return undefined;
  const channel = workspace.channels.get(String(event.channel));
  if ((type === 'message' || type === 'app_mention') && !channel?.members.has(workspace.botUserId)) return undefined;
  const eventId = state.clock.nextId('Ev');
  const payload = {
    token: state.world.app.verificationToken,
    team_id: workspace.id,
    context_team_id: workspace.id,
    context_enterprise_id: null,
    api_app_id: state.world.app.id,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(state.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.id,
        user_id: workspace.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
  return { eventId, outcome: state.deliver({ kind: 'events_api', payload, acceptsResponse: false }) };
}
