// views.*: docs.slack.dev/reference/methods/views.open and its neighbours
import {
  type ApiCall,
  type ApiMethod,
  ApiRefusal,
  getText,
  getWorkspace,
  refuseArguments,
  refuseProblems,
} from './api-call.ts';
import { isJsonObject, type JsonObject } from './slack-json.ts';
import { buildView, describeView, replaceView } from './store-view.ts';
import { validateView } from './validate-blocks.ts';
import type { StoredView } from './view-store.ts';

function getView(call: ApiCall, type: 'modal' | 'home' | undefined, instead?: StoredView): JsonObject {
  const view = call.args.view;
  if (!isJsonObject(view)) return refuseArguments('missing required field: view');
  refuseProblems(validateView(view));
  if (type !== undefined && view.type !== type)
    return refuseArguments(`invalid view type: ${String(view.type)} [json-pointer:/view/type]`);
  const { external_id: externalId } = view;
  const known = externalId ? call.state.views.find(getWorkspace(call).id, { externalId }) : undefined;
  if (known !== undefined && known !== instead) throw new ApiRefusal('duplicate_external_id');
  return view;
}

function exchangeTrigger(call: ApiCall) {
  const trigger = call.state.triggers.exchange(call.args.trigger_id, getWorkspace(call).id);
  if (typeof trigger === 'string') throw new ApiRefusal(trigger);
  return trigger;
}

function checkHash(call: ApiCall, view: StoredView | undefined): void {
  const { hash } = call.args;
  if (hash !== undefined && hash !== '' && hash !== view?.hash) throw new ApiRefusal('hash_conflict');
}

const open: ApiMethod = {
  token: 'bot',
  scopes: [],
  tier: 4,
  args: ['trigger_id', 'interactivity_pointer', 'view'],
  run(call) {
    const body = getView(call, 'modal');
    const { user, channel } = exchangeTrigger(call);
    const view = buildView(call.state, getWorkspace(call), { user, body, channel });
    return { ok: true, view: describeView(call.state, view) };
  },
};

const push: ApiMethod = {
  ...open,
  run(call) {
    const body = getView(call, 'modal');
    const trigger = exchangeTrigger(call);
    const { id: team } = getWorkspace(call);
    const below = trigger.viewId === undefined ? undefined : call.state.views.find(team, { id: trigger.viewId });
    if (below?.type !== 'modal' || !below.isOpen) throw new ApiRefusal('not_found');
    if (call.state.views.countOpen(below.rootId) >= 3) throw new ApiRefusal('push_limit_reached');
    const view = buildView(call.state, getWorkspace(call), { user: trigger.user, body, channel: below.channel, below });
    return { ok: true, view: describeView(call.state, view) };
  },
};

const update: ApiMethod = {
  token: 'bot',
  scopes: [],
  tier: 4,
  args: ['view', 'view_id', 'external_id', 'hash'],
  run(call) {
    const { view_id: id, external_id: externalId } = call.args;
    if (id === undefined && externalId === undefined) refuseArguments('missing required field: view_id');
    const view = call.state.views.find(getWorkspace(call).id, { id, externalId });
    if (view === undefined || !view.isOpen) throw new ApiRefusal('not_found');
    const body = getView(call, view.type, view);
    checkHash(call, view);
    replaceView(call.state, view, body);
    return { ok: true, view: describeView(call.state, view) };
  },
};

const publish: ApiMethod = {
  token: 'bot',
  scopes: [],
  tier: 4,
  args: ['user_id', 'view', 'hash'],
  run(call) {
    const workspace = getWorkspace(call);
    const user = getText(call, 'user_id');
    if (!call.state.world.app.hasHomeTab) throw new ApiRefusal('not_enabled');
    if (!workspace.people.has(user)) throw new ApiRefusal('user_not_found');
    const known = call.state.views.findHome(workspace.id, user);
    const body = getView(call, 'home', known);
    checkHash(call, known);
    if (known !== undefined) replaceView(call.state, known, body);
    const view = known ?? buildView(call.state, workspace, { user, body, channel: undefined });
    return { ok: true, view: describeView(call.state, view) };
  },
};

export const viewMethods: Readonly<Record<string, ApiMethod>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
