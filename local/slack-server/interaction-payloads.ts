import { describeMessage } from './describe-message.ts';
import type { StoredMessage } from './message-store.ts';
import { walkObjects } from './message-texts.ts';
import { readInputs } from './read-inputs.ts';
import { isJsonObject, type JsonObject, listObjects } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Person, Workspace } from './slack-world.ts';

/** What every interaction tells about who and where. */
export function describeActor(state: SlackState, workspace: Workspace, person: Person): JsonObject {
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: workspace.id },
    team: { id: workspace.id, domain: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: state.world.app.id,
    token: state.world.app.verificationToken,
  };
}

/** The channel as interactions name it. */
export function describePlace(workspace: Workspace, channelId: string): JsonObject {
  const channel = workspace.channels.get(channelId);
  const names = { public: channel?.name, private: 'privategroup', im: 'directmessage' };
  return { id: channelId, name: channel === undefined ? 'unknown' : names[channel.kind] };
}

/** The message members of a block_actions payload. Of ephemeral messages Slack sends only where they are. */
export function describeMessageContainer(state: SlackState, message: StoredMessage, entered: JsonObject): JsonObject {
  const isEphemeral = message.ephemeralTo !== undefined;
  const container = { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: isEphemeral };
  return {
    container: message.thread_ts === undefined ? container : { ...container, thread_ts: message.thread_ts },
    ...(isEphemeral ? {} : { message: describeMessage(state, message) }),
    state: { values: readInputs(message.blocks, entered, message.channel) },
  };
}

/** What the person does with an element. */
export interface Choice {
  /** Tells elements with the same action id apart by their value. */
  readonly value?: string;
  /** The option's value, what is typed in, or `positive` and `negative` of feedback buttons. */
  readonly choose?: unknown;
}

/** The one entry of `actions`. Throws when there is nothing of that kind to press. */
export function describeAction(blocks: unknown, actionId: string, choice: Choice, actionTs: string): JsonObject {
  const all = listObjects(blocks).flatMap((block) =>
    walkObjects(block).map(({ value }) => ({ block, element: value })),
  );
  const found = all.find(
    ({ element }) => element.action_id === actionId && (choice.value === undefined || element.value === choice.value),
  );
  if (found === undefined) {
    const offered = all.flatMap(({ element: { action_id: id, value } }) =>
      id === undefined ? [] : [`${id}${value ? `=${value}` : ''}`],
    );
    throw new Error(
      `nothing to press is called ${actionId}${choice.value ? `=${choice.value}` : ''}; there is ${offered.join(', ') || 'nothing'}`,
    );
  }
  const { block, element } = found;
  const base = { type: element.type, action_id: actionId, block_id: block.block_id, action_ts: actionTs };
  return { ...base, ...describeChoice(element, block, choice.choose) };
}

function describeChoice(element: JsonObject, block: JsonObject, chosen: unknown): JsonObject {
  const keep = (...names: string[]) =>
    Object.fromEntries(names.flatMap((name) => (element[name] === undefined ? [] : [[name, element[name]]])));
  if (element.type === 'button') return keep('text', 'value', 'url', 'style', 'confirm');
  if (element.type === 'icon_button') return keep('text', 'value', 'icon');
  if (element.type === 'feedback_buttons') {
    const pressed = element[`${String(chosen)}_button`];
    if (!isJsonObject(pressed)) throw new Error('feedback buttons are pressed as positive or negative');
    return { text: pressed.text, value: pressed.value };
  }
  if (element.type === 'overflow') {
    const option = listObjects(element.options).find(({ value }) => value === chosen);
    if (option === undefined) throw new Error(`the overflow menu offers no option "${String(chosen)}"`);
    return { selected_option: option };
  }
  const values = readInputs([block], { [String(element.action_id)]: chosen }, undefined)[String(block.block_id)];
  const entered = isJsonObject(values) ? values[String(element.action_id)] : undefined;
  return { ...keep('placeholder', 'initial_option', 'confirm'), ...(isJsonObject(entered) ? entered : {}) };
}
