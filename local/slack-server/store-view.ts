import { fillIds } from './fill-ids.ts';
import { readInputs } from './read-inputs.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Workspace } from './slack-world.ts';
import type { StoredView } from './view-store.ts';

/** Opens or publishes a view (already found valid). */
export function buildView(
  state: SlackState,
  workspace: Workspace,
  view: { user: string; body: JsonObject; channel: string | undefined; below?: StoredView },
): StoredView {
  const id = state.clock.nextId('V');
  const stored: StoredView = {
    id,
    team: workspace.id,
    user: view.user,
    type: view.body.type === 'home' ? 'home' : 'modal',
    body: { ...view.body, blocks: fillIds(view.body.blocks, state.clock) },
    hash: nextHash(state),
    isOpen: true,
    rootId: view.below?.rootId ?? id,
    previousId: view.below?.id,
    channel: view.channel,
    errors: {},
  };
  state.views.add(stored);
  state.log.changed();
  return stored;
}

/** Puts new content into a view that is there. */
export function replaceView(state: SlackState, view: StoredView, body: JsonObject): void {
  view.body = { ...body, blocks: fillIds(body.blocks, state.clock) };
  view.hash = nextHash(state);
  view.errors = {};
  state.log.changed();
}

/** A view as Slack shows it to the app, with what people have entered so far. */
export function describeView(state: SlackState, view: StoredView, entered: JsonObject = {}): JsonObject {
  const { body } = view;
  const workspace = state.world.workspaces.get(view.team);
  return {
    id: view.id,
    team_id: view.team,
    app_id: state.world.app.id,
    app_installed_team_id: view.team,
    bot_id: workspace?.botId,
    type: view.type,
    title: body.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    submit: body.submit ?? null,
    close: body.close ?? null,
    blocks: body.blocks,
    private_metadata: body.private_metadata ?? '',
    callback_id: body.callback_id ?? '',
    external_id: body.external_id ?? '',
    state: { values: readInputs(body.blocks, entered, view.channel) },
    hash: view.hash,
    clear_on_close: body.clear_on_close ?? false,
    notify_on_close: body.notify_on_close ?? false,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
  };
}

const nextHash = (state: SlackState) => `${state.clock.nextTs()}.${state.clock.nextId('h').toLowerCase()}`;
