import type { InteractionRecord } from '../discord-server/interaction-record.ts';
import type { DiscordServer } from '../discord-server/start-discord-server.ts';
import { type DiscordMessage, messageFlags } from '../discord-server/world-model.ts';
import { type DiscordNames, drawDiscordMarkdown } from '../drawing/draw-discord-markdown.ts';
import { drawComponent, drawDiscordParts } from '../drawing/draw-discord-parts.ts';
import { drawMessage } from '../drawing/draw-frame.ts';
import { type Drawn, draw } from '../drawing/drawn.ts';
import { listObjects, readText } from '../drawing/read-json.ts';
import { textOf } from '../drawing/render-text.ts';
import { drawForm, drawMenu, drawModal, drawRemark, formatTime } from './draw-client.ts';

const colours = { person: '#b5651d', app: '#0b7285' };

/** Where somebody looks: a channel, thread or direct message of the world, under the id that the page knows it by. */
export interface DiscordView {
  readonly place: string;
  /** Undefined while there is no direct message yet. */
  readonly channelId: string | undefined;
  readonly personId: string;
  /** An answered interaction whose modal is open. */
  readonly modal: InteractionRecord | undefined;
}

/** The messages of a channel and the modal that is open. */
export function drawDiscordPlace(server: DiscordServer, view: DiscordView): Drawn[] {
  const { place, modal } = view;
  const messages = listShownOnDiscord(server, view);
  return [
    ...messages.map((message) => drawOne(server, place, message)),
    ...(modal ? [drawTheModal(server, place, modal)] : []),
  ];
}

/** What the person sees there, oldest first. */
export function listShownOnDiscord(
  server: DiscordServer,
  { channelId, personId }: Pick<DiscordView, 'channelId' | 'personId'>,
): DiscordMessage[] {
  const all = [...(server.world.messages.get(channelId ?? '')?.values() ?? [])];
  return all.filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === personId);
}

/** Whether the bot has only said so far that it thinks. */
export function isThinking({ flags }: DiscordMessage): boolean {
  return (flags & messageFlags.loading) !== 0;
}

function drawOne(server: DiscordServer, place: string, message: DiscordMessage): Drawn {
  const { world } = server;
  const author = world.users.get(message.authorId);
  const isApp = author?.bot ?? true;
  const isPrivate = message.ephemeralFor !== undefined;
  const body = isThinking(message)
    ? [drawRemark(`${author?.username ?? ''} is thinking…`)]
    : [drawForm(place, message.id, ...drawDiscordParts(message, discordNames(server)))];
  return draw(
    'article',
    { id: `m-${message.id}`, class: isApp ? undefined : 'own' },
    drawMessage({
      author: author?.username ?? message.webhookName ?? message.authorId,
      isApp,
      time: formatTime(Date.parse(message.timestamp)),
      colour: isApp ? colours.app : colours.person,
      above: drawAbove(server, message),
      body: [
        ...body,
        ...(message.editedAt === undefined ? [] : [drawRemark('(edited)')]),
        ...(isPrivate ? [drawRemark('👁 Only you can see this')] : [drawTheMenu(server, place, message)]),
      ],
    }),
  );
}

function drawAbove(server: DiscordServer, { reference, interactionId }: DiscordMessage): Drawn[] {
  const interaction = server.interactions.find(({ id }) => id === interactionId);
  if (interaction !== undefined && interaction.sourceMessageId === undefined) {
    const name = server.world.users.get(interaction.userId)?.username ?? '';
    return [draw('div', { class: 'reply' }, '↱ ', draw('b', {}, `@${name}`), ` used ${nameCommand(interaction)}`)];
  }
  if (reference === undefined) return [];
  const replied = server.findMessage(reference.messageId);
  if (replied === undefined) return [draw('div', { class: 'reply' }, '↱ The original message was deleted')];
  const name = server.world.users.get(replied.authorId)?.username ?? '';
  const [embed] = replied.embeds;
  const words = drawDiscordMarkdown(replied.content || readText(embed?.description), discordNames(server));
  const [line = ''] = words.map(textOf).join('').split('\n', 1);
  return [draw('div', { class: 'reply' }, '↱ ', draw('b', {}, `@${name}`), ` ${line}`)];
}

function nameCommand({ data }: InteractionRecord): string {
  const [subcommand] = listObjects(data.options).filter(({ type }) => type === 1);
  if (data.type === 1) return [`/${readText(data.name)}`, readText(subcommand?.name)].join(' ').trim();
  return readText(data.name) || 'a window';
}

function drawTheMenu(server: DiscordServer, place: string, message: DiscordMessage): Drawn {
  const apps = server.commands().filter(({ type }) => type === 3);
  const press = (value: string, words: string) => draw('button', { name: 'do', value, class: 'button' }, words);
  const canThread = message.guildId !== undefined && message.threadId === undefined && !isInThread(server, message);
  return drawMenu(
    'What to do with this message',
    draw('a', { href: `/?place=${encodeURIComponent(place)}&reply=${message.id}#box`, class: 'button' }, 'Reply'),
    drawForm(
      place,
      message.id,
      ...(canThread ? [press('thread', 'Create a thread')] : []),
      ...apps.map(({ name }) => press(`app:${name}`, `Apps: ${name}`)),
    ),
  );
}

function isInThread(server: DiscordServer, { channelId }: DiscordMessage): boolean {
  return server.world.channels.get(channelId)?.thread !== undefined;
}

function drawTheModal(server: DiscordServer, place: string, { id, modal = {} }: InteractionRecord): Drawn {
  const names = discordNames(server);
  return drawModal({
    id,
    place,
    title: readText(modal.title),
    body: listObjects(modal.components).map((component) => drawComponent(component, names)),
    submit: 'Submit',
    close: 'Cancel',
  });
}

/** Who and what ids are. */
export function discordNames({ world }: DiscordServer): DiscordNames {
  const roles = [...world.guilds.values()].flatMap((guild) => [...guild.roles.values()]);
  return {
    user: (id) => world.users.get(id)?.username,
    channel: (id) => world.channels.get(id)?.name,
    role: (id) => roles.find((role) => role.id === id)?.name,
  };
}
