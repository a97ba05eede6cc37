import { isEmptyAnswer } from './acknowledged-answer.ts';
import type { DeliveryOutcome } from './delivery.ts';
import { describeActor } from './interaction-payloads.ts';
import type { Actor } from './person-interactions.ts';
import { isJsonObject, type JsonObject, listObjects } from './slack-json.ts';
import { buildView, describeView, replaceView } from './store-view.ts';
import { validateView } from './validate-blocks.ts';
import type { StoredView } from './view-store.ts';

/** Submits the modal on top with what was entered, by action id. What Slack's own window would not let pass throws. */
export async function submitModal(actor: Actor, entered: JsonObject): Promise<DeliveryOutcome> {
  const { state, workspace, person } = actor;
  const view = getModal(actor);
  checkInputs(view, entered);
  const outcome = await state.deliver({
    kind: 'interactive',
    acceptsResponse: true,
    payload: {
      type: 'view_submission',
      ...describeActor(state, workspace, person),
      trigger_id: state.triggers.make(workspace.id, person.id, view.channel, view.id),
      view: describeView(state, view, entered),
      response_urls: listResponseUrls(actor, view, entered),
    },
  });
  if (outcome.isAcknowledged) followAnswer(actor, view, outcome.response);
  return outcome;
}

/** Closes the modal on top; the app hears of it only if it asked to. */
export async function closeModal(actor: Actor): Promise<DeliveryOutcome | undefined> {
  const { state, workspace, person } = actor;
  const view = getModal(actor);
  if (view.body.clear_on_close === true) state.views.closeAll(view.rootId);
  view.isOpen = false;
  state.log.changed();
  if (view.body.notify_on_close !== true) return undefined;
  return state.deliver({
    kind: 'interactive',
    acceptsResponse: false,
    payload: {
      type: 'view_closed',
      ...describeActor(state, workspace, person),
      view: describeView(state, view),
      is_cleared: view.body.clear_on_close === true,
    },
  });
}

function getModal({ state, workspace, person }: Actor): StoredView {
  const view = state.views.findOpenModal(workspace.id, person.id);
  if (view === undefined) throw new Error(`${person.id} has no modal open`);
  return view;
}

function checkInputs(view: StoredView, entered: JsonObject): void {
  const inputs = listObjects(view.body.blocks).filter(({ type }) => type === 'input');
  for (const input of inputs) {
    const element = isJsonObject(input.element) ? input.element : {};
    const id = String(element.action_id);
    const value = entered[id] ?? element.initial_value ?? element.initial_option ?? element.initial_conversation;
    const isFilled = !isEmptyAnswer(value) || element.default_to_current_conversation === true;
    if (!isFilled && input.optional !== true) throw new Error(`Slack would not submit the modal: ${id} is empty`);
    if (typeof value !== 'string') continue;
    if (value.length > Number(element.max_length ?? 3000))
      throw new Error(`Slack would not submit the modal: ${id} is too long`);
    if (value.length < Number(element.min_length ?? 0))
      throw new Error(`Slack would not submit the modal: ${id} is too short`);
  }
}

function listResponseUrls({ state, workspace, person }: Actor, view: StoredView, entered: JsonObject): JsonObject[] {
  return listObjects(view.body.blocks).flatMap((block) => {
    const element = isJsonObject(block.element) ? block.element : {};
    if (element.response_url_enabled !== true) return [];
    const channel = String(entered[String(element.action_id)] ?? element.initial_conversation ?? view.channel);
    const path = state.responseUrls.make({ team: workspace.id, user: person.id, channel });
    return [
      {
        block_id: block.block_id,
        action_id: element.action_id,
        channel_id: channel,
        response_url: `${state.origin}${path}`,
      },
    ];
  });
}

function followAnswer({ state, workspace, person }: Actor, view: StoredView, answer: unknown): void {
  const refuse = (why: string) => state.log.addProblem(`the answer to the submission was refused: ${why}`);
  if (isEmptyAnswer(answer)) {
    view.isOpen = false;
    state.log.changed();
    return;
  }
  const { response_action: action, view: body, errors } = isJsonObject(answer) ? answer : {};
  if (action === 'clear') state.views.closeAll(view.rootId);
  else if (action === 'errors' && isJsonObject(errors)) {
    const inputs = new Set(
      listObjects(view.body.blocks).flatMap(({ type, block_id: id }) => (type === 'input' ? [id] : [])),
    );
    const unknown = Object.keys(errors).filter((id) => !inputs.has(id));
    if (unknown.length > 0) refuse(`no input block is called ${unknown.join(', ')}`);
    else view.errors = errors as Record<string, string>;
  } else if ((action === 'update' || action === 'push') && isJsonObject(body)) {
    const problems = validateView(body).map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`);
    if (problems.length > 0) refuse(problems.join('; '));
    else if (action === 'update') replaceView(state, view, body);
    else buildView(state, workspace, { user: person.id, body, channel: view.channel, below: view });
  } else refuse(`unknown response_action ${String(action)}`);
  state.log.changed();
}
