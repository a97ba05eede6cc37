import { isEmptyAnswer } from './acknowledged-answer.ts';
import type { DeliveryOutcome } from './delivery.ts';
import { describeMessage } from './describe-message.ts';
import {
  type Choice,
  describeAction,
  describeActor,
  describeMessageContainer,
  describePlace,
} from './interaction-payloads.ts';
import type { StoredMessage } from './message-store.ts';
import { isJsonObject, type JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Person, Workspace } from './slack-world.ts';
import { describeView } from './store-view.ts';
import { respond } from './use-response-url.ts';
import type { StoredView } from './view-store.ts';

/** One person of one workspace, doing something. */
export interface Actor {
  readonly state: SlackState;
  readonly workspace: Workspace;
  readonly person: Person;
}

/** Runs a slash command; what comes with the acknowledgement is posted. */
export async function runCommand(
  { state, workspace, person }: Actor,
  command: string,
  text: string,
  channelId: string,
): Promise<DeliveryOutcome> {
  if (!workspace.scopes.has('commands')) throw new Error(`${command} is not there: the app lacks the scope commands`);
  if (!workspace.channels.get(channelId)?.members.has(person.id))
    throw new Error(`${person.id} is not in ${channelId}`);
  const { app } = state.world;
  const path = state.responseUrls.make({ team: workspace.id, user: person.id, channel: channelId });
  const outcome = await state.deliver({
    kind: 'slash_commands',
    acceptsResponse: true,
    payload: {
      token: app.verificationToken,
      team_id: workspace.id,
      team_domain: workspace.domain,
      channel_id: channelId,
      channel_name: describePlace(workspace, channelId).name,
      user_id: person.id,
      user_name: person.name,
      command,
      text,
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: `${state.origin}${path}`,
      trigger_id: state.triggers.make(workspace.id, person.id, channelId),
    },
  });
  postAnswer(state, path, outcome);
  return outcome;
}

function postAnswer(state: SlackState, path: string, outcome: DeliveryOutcome): void {
  if (isEmptyAnswer(outcome.response)) return;
  const body = isJsonObject(outcome.response) ? outcome.response : { text: outcome.response };
  const url = state.responseUrls.find(path);
  const refusal = url && respond(state, url, body, 'ack');
  if (refusal !== undefined)
    state.log.addProblem(`the answer in the acknowledgement was refused: ${JSON.stringify(refusal)}`);
}

/** Presses or chooses something in a message. */
export function pressInMessage(
  { state, workspace, person }: Actor,
  message: StoredMessage,
  actionId: string,
  choice: Choice & { entered?: JsonObject },
): Promise<DeliveryOutcome> {
  const isSeen = message.ephemeralTo === undefined || message.ephemeralTo === person.id;
  if (message.isDeleted || !isSeen) throw new Error(`${person.id} does not see the message ${message.ts}`);
  const response = state.responseUrls.make({
    team: workspace.id,
    user: person.id,
    channel: message.channel,
    originalTs: message.ts,
    threadTs: message.thread_ts,
  });
  return state.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'block_actions',
      ...describeActor(state, workspace, person),
      ...describeMessageContainer(state, message, choice.entered ?? {}),
      channel: describePlace(workspace, message.channel),
      response_url: `${state.origin}${response}`,
      trigger_id: state.triggers.make(workspace.id, person.id, message.channel),
      actions: [describeAction(message.blocks, actionId, choice, state.clock.nextTs())],
    },
  });
}

/** Presses or chooses something in a modal or in the home tab. */
export function pressInView(
  { state, workspace, person }: Actor,
  view: StoredView,
  actionId: string,
  choice: Choice & { entered?: JsonObject },
): Promise<DeliveryOutcome> {
  if (view.user !== person.id || !view.isOpen) throw new Error(`${person.id} does not see the view ${view.id}`);
  return state.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'block_actions',
      ...describeActor(state, workspace, person),
      container: { type: 'view', view_id: view.id },
      view: describeView(state, view, choice.entered),
      trigger_id: state.triggers.make(workspace.id, person.id, view.channel, view.id),
      actions: [describeAction(view.body.blocks, actionId, choice, state.clock.nextTs())],
    },
  });
}

/** Uses a shortcut from the menu of a message. */
export function useMessageShortcut(
  { state, workspace, person }: Actor,
  callbackId: string,
  message: StoredMessage,
): Promise<DeliveryOutcome> {
  const where = { team: workspace.id, user: person.id, channel: message.channel, threadTs: message.thread_ts };
  return state.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'message_action',
      ...describeActor(state, workspace, person),
      callback_id: callbackId,
      action_ts: state.clock.nextTs(),
      trigger_id: state.triggers.make(workspace.id, person.id, message.channel),
      response_url: `${state.origin}${state.responseUrls.make(where)}`,
      channel: describePlace(workspace, message.channel),
      message_ts: message.ts,
      message: describeMessage(state, message),
    },
  });
}

/** Uses a shortcut from the lightning menu or the search. */
export function useGlobalShortcut({ state, workspace, person }: Actor, callbackId: string): Promise<DeliveryOutcome> {
  return state.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'shortcut',
      ...describeActor(state, workspace, person),
      callback_id: callbackId,
      action_ts: state.clock.nextTs(),
      trigger_id: state.triggers.make(workspace.id, person.id),
    },
  });
}
