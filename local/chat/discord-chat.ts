import type { InteractionRecord } from '../discord-server/interaction-record.ts';
import { startDiscordServer } from '../discord-server/start-discord-server.ts';
import { channelTypes, type DiscordMessage } from '../discord-server/world-model.ts';
import { discordStyle } from '../drawing/discord-style.ts';
import { drawDiscordPlace, isThinking, listShownOnDiscord } from './draw-discord-place.ts';
import {
  type Act,
  ActRefusal,
  answerWithinMs,
  type LocalChat,
  type Place,
  readAct,
  readFields,
  readList,
  readValues,
} from './local-chat.ts';
import { refusing } from './refusing.ts';
import { suggestOnDiscord } from './suggest-on-discord.ts';
import { readTypedCommand, toCommandOptions } from './typed-command.ts';

const by = 'ada';
/** There is no such channel before the first word. */
const directId = 'dm';
/** Longer than a person stays; whoever waits gives up earlier when the bot ends. */
const connectWithinMs = 600_000;
const maxThreadName = 60;

/** A local Discord, seen by Ada, who owns the guild. */
export async function openDiscordChat(): Promise<LocalChat> {
  const server = await startDiscordServer({
    interactions: { firstResponseMs: answerWithinMs },
    world: {
      botName: 'works-on-arm',
      users: [{ name: by }, { name: 'linus' }],
      guilds: [
        {
          name: 'Workshop',
          channels: [{ name: 'general' }, { name: 'hardware' }],
        },
      ],
    },
  });
  const { world } = server;
  const bot = world.bot.username;
  const personId = [...world.users.values()].find(({ username }) => username === by)?.id ?? '';
  /** The interaction whose modal Ada has open, or has closed. */
  let closedModal: InteractionRecord | undefined;

  const channelOf = (place: string) =>
    place === directId ? [...world.channels.values()].find(({ recipientId }) => recipientId === personId)?.id : place;
  const where = (place: string) => (place === directId ? { by } : { by, in: place });
  const findModal = () => {
    const last = server.interactions.findLast(({ modal, userId }) => modal !== undefined && userId === personId);
    return last === closedModal ? undefined : last;
  };
  const viewOf = (place: string) => ({ place, channelId: channelOf(place), personId, modal: findModal() });

  function listPlaces(): Place[] {
    const ofGuild = [...world.channels.values()].filter(({ type }) => type !== channelTypes.dm);
    return [
      ...ofGuild.map(({ id, name, thread }) => ({
        id,
        label: thread === undefined ? `#${name}` : `🧵 ${name}`,
        invitation: `Message #${name}: @${bot} …, or /arm ask …`,
      })),
      { id: directId, label: bot, invitation: `Message @${bot}` },
    ];
  }

  function find(place: string, id: string): DiscordMessage {
    const found = listShownOnDiscord(server, viewOf(place)).find((message) => message.id === id);
    if (found === undefined) throw new ActRefusal('That message is gone. Reload the page.');
    return found;
  }

  function send(place: string, typed: string, replyTo: string | undefined): boolean {
    if (typed.startsWith('/')) {
      const command = readTypedCommand(typed, server.commands());
      const { name, subcommand } = command;
      const options = toCommandOptions(command);
      server.clicks.runCommand({ ...where(place), name, ...(subcommand === undefined ? {} : { subcommand }), options });
      return true;
    }
    const text = typed.replaceAll(`@${bot}`, server.mention);
    const reply = replyTo === undefined ? {} : { replyTo };
    const { mentionIds, guildId, reference } =
      place === directId
        ? server.people.postDirectly({ by, text, ...reply })
        : server.people.postMessage({ by, in: place, text, ...reply });
    return guildId === undefined || mentionIds.includes(world.bot.id) || reference !== undefined;
  }

  function perform(place: string, act: Act): { isHeard: boolean; place: string } {
    const { verb, argument } = readAct(act);
    const { target = '' } = act;
    const fields = readFields(act);
    const heard = { isHeard: true, place };
    switch (verb) {
      case 'send': {
        const text = (act.text ?? '').trim();
        if (text === '') throw new ActRefusal('There is nothing to send.');
        return { isHeard: send(place, text, target || undefined), place };
      }
      case 'press':
        server.clicks.pressButton({ by, message: find(place, target), button: String(readList(argument)[0]) });
        return heard;
      case 'choose': {
        const customId = String(readList(argument)[0]);
        const values = readValues(fields[customId]);
        server.clicks.choose({ by, message: find(place, target), customId, values });
        return heard;
      }
      case 'submit': {
        const modal = findModal();
        if (modal === undefined) throw new ActRefusal('That window is closed.');
        server.clicks.submitModal({ by, interaction: modal, values: fields });
        closedModal = modal;
        return heard;
      }
      case 'close':
        closedModal = findModal();
        return { isHeard: false, place };
      case 'app':
        server.clicks.useMessageCommand({ by, message: find(place, target), name: argument });
        return heard;
      case 'thread': {
        const message = find(place, target);
        const name = message.content.replaceAll(server.mention, '').trim().slice(0, maxThreadName) || 'A thread';
        return { isHeard: false, place: server.people.startThread({ by, in: place, name, on: message.id }).id };
      }
      default:
        throw new ActRefusal(`Nothing here is called "${verb}".`);
    }
  }

  return {
    platform: 'Discord',
    person: by,
    style: `${discordStyle}:root { color-scheme: dark; }\n`,
    welcome: `In a channel write "@${bot} does balena run on armv6?", or "/arm status" and a name; to ${bot} itself just the question.`,
    places: listPlaces,
    async visit() {},
    draw: (place) => drawDiscordPlace(server, viewOf(place)),
    suggest: (place, draft) => suggestOnDiscord(server, where(place), draft),
    act: (place, act) => refusing(() => perform(place, act)),
    progress(place) {
      const own = listShownOnDiscord(server, viewOf(place)).filter(({ authorId }) => authorId === world.bot.id);
      return own.some(isThinking) ? undefined : JSON.stringify([own, findModal()?.id]);
    },
    watch: (onChange) => server.watch(onChange),
    settings: { DISCORD_TOKEN: server.token, DISCORD_API_URL: server.apiUrl },
    untilConnected: () =>
      server.waitFor(
        () => server.commands().length > 0 && server.gateway.isAnybodyConnectedFor(server.guildId('Workshop')),
        connectWithinMs,
      ),
    close: () => server.close(),
  };
}
