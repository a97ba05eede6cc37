import { postBotMessage } from './bot-messages.ts';
import { type DispatchedEvent, dispatchEvent } from './dispatch-event.ts';
import type { StoredMessage } from './message-store.ts';
import type { Actor } from './person-interactions.ts';
import type { JsonObject } from './slack-json.ts';
import { describeView } from './store-view.ts';

/** Opens the app's home tab, or its messages. */
export function openApp(
  { state, workspace, person }: Actor,
  tab: 'home' | 'messages',
  lookingAt?: string,
): DispatchedEvent | undefined {
  const home = state.views.findHome(workspace.id, person.id);
  return dispatchEvent(state, workspace, {
    type: 'app_home_opened',
    user: person.id,
    channel: person.dm,
    tab,
    ...(tab === 'home' && home ? { view: describeView(state, home) } : {}),
    ...(lookingAt === undefined ? {} : { context: describeContext(workspace.id, lookingAt) }),
    event_ts: state.clock.nextTs(),
  });
}

/** An opened AI pane: its event, and the thread it begins, which only the older kind of pane has. */
export interface OpenedPane {
  readonly threadTs: string | undefined;
  readonly event: DispatchedEvent | undefined;
}

/** Opens the AI pane: of the kind that the app's manifest declares. */
export function openPane(actor: Actor, lookingAt?: string): OpenedPane {
  const { state, workspace, person } = actor;
  const { pane } = state.world.app;
  if (pane === 'none') throw new Error('the app declares no AI pane');
  if (pane === 'agent') return { threadTs: undefined, event: openApp(actor, 'messages', lookingAt) };
  const channel = workspace.channels.get(person.dm);
  if (channel === undefined) throw new Error(`${person.id} has no direct messages with the app`);
  const root: StoredMessage = postBotMessage(
    state,
    workspace,
    { text: 'New Assistant Thread' },
    { channel, via: 'pane' },
  );
  return { threadTs: root.ts, event: dispatchThreadEvent(actor, 'assistant_thread_started', root.ts, lookingAt) };
}

/** The person looks at another channel while the pane is open. */
export function lookElsewhere(actor: Actor, channelId: string, threadTs?: string): DispatchedEvent | undefined {
  const { state, workspace, person } = actor;
  if (threadTs !== undefined)
    return dispatchThreadEvent(actor, 'assistant_thread_context_changed', threadTs, channelId);
  return dispatchEvent(state, workspace, {
    type: 'app_context_changed',
    channel: person.dm,
    user: person.id,
    context: describeContext(workspace.id, channelId),
    event_ts: state.clock.nextTs(),
  });
}

function dispatchThreadEvent(
  { state, workspace, person }: Actor,
  type: string,
  threadTs: string,
  lookingAt: string | undefined,
) {
  const context = lookingAt === undefined ? {} : { channel_id: lookingAt, team_id: workspace.id, enterprise_id: null };
  return dispatchEvent(state, workspace, {
    type,
    assistant_thread: { user_id: person.id, context, channel_id: person.dm, thread_ts: threadTs },
    event_ts: state.clock.nextTs(),
  });
}

const describeContext = (team: string, channelId: string): JsonObject => ({
  entities: [{ type: 'slack#/types/channel_id', value: channelId, team_id: team }],
});
