import type { DeliveryOutcome } from './delivery.ts';
import type { DispatchedEvent } from './dispatch-event.ts';
import type { Choice } from './interaction-payloads.ts';
import type { StoredMessage } from './message-store.ts';
import {
  type Actor,
  pressInMessage,
  pressInView,
  runCommand,
  useGlobalShortcut,
  useMessageShortcut,
} from './person-interactions.ts';
import { editMessage, type Posted, type PostOptions, postMessage } from './person-posts.ts';
import { closeModal, submitModal } from './person-submissions.ts';
import { lookElsewhere, type OpenedPane, openApp, openPane } from './person-visits.ts';
import type { JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';
import type { Channel, Person, Workspace } from './slack-world.ts';
import type { StoredView } from './view-store.ts';

/** Where a person is: a channel's id, or `dm` for the direct messages with the bot. */
export type Where = string;

/** All that a person can do in Slack that the app hears of. */
export interface PersonActions {
  readonly id: string;
  readonly dm: string;
  /** `@bot`, `@channel`, `@here`, `@ann` and web addresses in the typing become what Slack makes of them. */
  readonly post: (where: Where, typed: string, options?: PostOptions) => Posted;
  readonly edit: (where: Where, ts: string, typed: string) => Posted;
  readonly runCommand: (where: Where, command: string, text: string) => Promise<DeliveryOutcome>;
  /** Presses a button or chooses something, in a message or a view. */
  readonly press: (
    place: StoredMessage | StoredView,
    actionId: string,
    choice?: Choice & { entered?: JsonObject },
  ) => Promise<DeliveryOutcome>;
  /** Submits the modal on top; values by action id. */
  readonly submit: (entered: JsonObject) => Promise<DeliveryOutcome>;
  readonly closeModal: () => Promise<DeliveryOutcome | undefined>;
  readonly useMessageShortcut: (callbackId: string, message: StoredMessage) => Promise<DeliveryOutcome>;
  readonly useGlobalShortcut: (callbackId: string) => Promise<DeliveryOutcome>;
  readonly openHome: () => DispatchedEvent | undefined;
  readonly openPane: (lookingAt?: string) => OpenedPane;
  readonly lookElsewhere: (channelId: string, threadTs?: string) => DispatchedEvent | undefined;
}

/** The actions of one person. Throws for people and places that do not exist. */
export function actAs(state: SlackState, workspace: Workspace, personId: string): PersonActions {
  const person = workspace.people.get(personId);
  if (person === undefined) throw new Error(`workspace ${workspace.id} has nobody with the id ${personId}`);
  const actor: Actor = { state, workspace, person };
  const author = { user: person.id };
  const at = (where: Where) => getPlace(workspace, person, where);
  return {
    id: person.id,
    dm: person.dm,
    post: (where, typed, options = {}) =>
      postMessage(state, workspace, author, { channel: at(where), typed, ...options }),
    edit: (where, ts, typed) => editMessage(state, workspace, person.id, ts, at(where), typed),
    runCommand: (where, command, text) => runCommand(actor, command, text, at(where).id),
    press: (place, actionId, choice = {}) =>
      'body' in place ? pressInView(actor, place, actionId, choice) : pressInMessage(actor, place, actionId, choice),
    submit: (entered) => submitModal(actor, entered),
    closeModal: () => closeModal(actor),
    useMessageShortcut: (callbackId, message) => useMessageShortcut(actor, callbackId, message),
    useGlobalShortcut: (callbackId) => useGlobalShortcut(actor, callbackId),
    openHome: () => openApp(actor, 'home'),
    openPane: (lookingAt) => openPane(actor, lookingAt),
    lookElsewhere: (channelId, threadTs) => lookElsewhere(actor, channelId, threadTs),
  };
}

function getPlace(workspace: Workspace, person: Person, where: Where): Channel {
  const channel = workspace.channels.get(where === 'dm' ? person.dm : where);
  if (channel === undefined) throw new Error(`workspace ${workspace.id} has no channel ${where}`);
  return channel;
}
