import { drawMessage } from '../drawing/draw-frame.ts';
import { drawSlackBlocks, drawSlackText } from '../drawing/draw-slack-blocks.ts';
import type { SlackNames } from '../drawing/draw-slack-inline.ts';
import { drawSlackMrkdwn } from '../drawing/draw-slack-mrkdwn.ts';
import { type Drawn, draw, drawRaw } from '../drawing/drawn.ts';
import { isJsonObject, listObjects } from '../drawing/read-json.ts';
import type { StoredMessage } from '../slack-server/message-store.ts';
import type { SlackServer } from '../slack-server/start-slack-server.ts';
import type { StoredView } from '../slack-server/view-store.ts';
import { drawForm, drawMenu, drawModal, drawRemark, formatTime } from './draw-client.ts';
import { annId, slackManifest } from './slack-world.ts';

const colours = { person: '#5b3b8c', app: '#0b7285' };

/** The messages of a channel, each with its thread, and the modal that is open. */
export function drawSlackChannel(server: SlackServer, channel: string): Drawn[] {
  const shown = listShown(server, channel);
  const tops = shown.filter(({ thread_ts: root, ts }) => root === undefined || root === ts || !isThere(root));
  return [
    ...tops.map((message) => drawTop(message, shown)),
    ...drawStatus(server, channel),
    ...drawSuggestedPrompts(server, channel, shown.length),
    ...drawSlackModal(server, channel),
  ];

  function isThere(ts: string): boolean {
    return shown.some((message) => message.ts === ts);
  }

  function drawTop(message: StoredMessage, all: readonly StoredMessage[]): Drawn {
    const replies = all.filter(({ thread_ts: root, ts }) => root === message.ts && ts !== root);
    const thread =
      replies.length === 0
        ? []
        : [draw('div', { class: 'thread' }, ...replies.map((reply) => drawOne(reply)), drawReplyBox(channel, message))];
    const isOwn = message.user === annId && replies.length === 0;
    return draw(
      'article',
      { id: `m-${message.ts}`, class: isOwn ? 'own' : undefined },
      drawOne(message, replies.length === 0),
      ...thread,
    );
  }

  function drawOne(message: StoredMessage, canBeginThread = false): Drawn {
    const isApp = message.user === server.workspace.botUserId || message.bot_id !== undefined;
    const { person, app } = colours;
    return drawMessage({
      author: isApp ? server.app.name : (slackNames(server).user(message.user) ?? message.user),
      isApp,
      time: formatTime(message.postedAt),
      colour: isApp ? app : person,
      id: `one-${message.ts}`,
      body: [
        ...(message.ephemeralTo === undefined ? [] : [drawRemark('👁 Only visible to you')]),
        drawForm(channel, message.ts, ...drawBody(server, message)),
        ...(message.edits.length > 0 && message.ephemeralTo === undefined ? [drawRemark('(edited)')] : []),
        ...(message.ephemeralTo === undefined ? [drawMessageMenu(message, canBeginThread)] : []),
      ],
    });
  }

  function drawMessageMenu(message: StoredMessage, canBeginThread: boolean): Drawn {
    const shortcuts = (slackManifest.features?.shortcuts ?? []).filter(({ type }) => type === 'message');
    return drawMenu(
      'What to do with this message',
      drawForm(
        channel,
        message.ts,
        ...shortcuts.map(({ name, callback_id: id }) =>
          draw('button', { name: 'do', value: `shortcut:${id}`, class: 'button' }, name),
        ),
      ),
      ...(canBeginThread ? [drawReplyBox(channel, message)] : []),
    );
  }
}

/** The Home tab as the bot has published it. */
export function drawSlackHome(server: SlackServer): Drawn[] {
  const home = server.home(annId);
  const body = home === undefined ? ['Nothing is there yet.'] : drawView(server, home);
  return [
    draw('article', { id: 'home' }, drawForm('home', home?.id ?? '', ...body)),
    ...drawSlackModal(server, 'home'),
  ];
}

/** Who and where ids are. */
export function slackNames({ workspace, app }: SlackServer): SlackNames {
  return {
    user: (id) => (id === workspace.botUserId ? app.name : workspace.people.get(id)?.name),
    channel: (id) => workspace.channels.get(id)?.name,
  };
}

/** What the person sees in a channel, oldest first. */
export function listShown(server: SlackServer, channel: string): StoredMessage[] {
  return server
    .messages(channel)
    .filter(({ isDeleted, ephemeralTo }) => !isDeleted && (ephemeralTo === undefined || ephemeralTo === annId));
}

function drawBody(server: SlackServer, { blocks, text, attachments }: StoredMessage): Drawn[] {
  const names = slackNames(server);
  const words = blocks === undefined ? [draw('div', { class: 'text' }, ...drawSlackMrkdwn(text, names))] : [];
  return [...words, ...drawSlackBlocks(blocks, names), ...(attachments ?? []).map(drawRaw)];
}

function drawView(server: SlackServer, view: StoredView): Drawn[] {
  const names = slackNames(server);
  const errors = Object.values(view.errors).map((words) => drawRemark(`⚠ ${words}`));
  return [...drawSlackBlocks(view.body.blocks, names), ...errors];
}

function drawSlackModal(server: SlackServer, place: string): Drawn[] {
  const view = server.modal(annId);
  if (view === undefined) return [];
  const word = (value: unknown) =>
    isJsonObject(value)
      ? drawSlackText(value, slackNames(server))
          .filter((part) => typeof part === 'string')
          .join('')
      : '';
  const { title, submit, close } = view.body;
  return [
    drawModal({
      id: view.id,
      place,
      title: word(title),
      body: drawView(server, view),
      submit: submit ? word(submit) : undefined,
      close: word(close) || 'Close',
    }),
  ];
}

function drawReplyBox(channel: string, { ts }: StoredMessage): Drawn {
  const label = 'Reply in the thread';
  const input = draw('input', {
    ...{ type: 'text', name: 'text', placeholder: `${label}…`, 'aria-label': label, autocomplete: 'off' },
  });
  const form = drawForm(channel, ts, input, draw('button', { name: 'do', value: 'send', class: 'button' }, 'Reply'));
  return { ...form, attributes: { ...form.attributes, class: 'client reply-box' } };
}

/** What the agent pane says that the bot is doing. */
function drawStatus(server: SlackServer, channel: string): Drawn[] {
  return [...server.state.paneThreads]
    .filter(([key, { status }]) => key.startsWith(`${channel} `) && status !== '')
    .map(([, { status }]) => drawRemark(`${server.app.name} ${status}`));
}

/** The questions that the bot suggests in the agent pane, while nothing was said there. */
function drawSuggestedPrompts(server: SlackServer, channel: string, messages: number): Drawn[] {
  const prompts = listObjects(server.state.paneThreads.get(`${channel} `)?.prompts);
  if (messages > 0 || prompts.length === 0) return [];
  const buttons = prompts.map(({ title, message }) =>
    draw('button', { name: 'do', value: `say:${String(message)}`, class: 'button' }, String(title)),
  );
  return [
    draw(
      'article',
      { id: 'prompts' },
      'Try one of these:',
      drawForm(channel, '', draw('div', { class: 'buttons' }, ...buttons)),
    ),
  ];
}
