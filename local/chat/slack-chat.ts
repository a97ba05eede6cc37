import { slackStyle } from '../drawing/slack-style.ts';
import { startSlackServer } from '../slack-server/start-slack-server.ts';
import { drawSlackChannel, drawSlackHome, listShown } from './draw-slack-place.ts';
import {
  type Act,
  ActRefusal,
  answerWithinMs,
  type LocalChat,
  type Place,
  readAct,
  readFields,
  readList,
  type Suggestion,
} from './local-chat.ts';
import { refusing } from './refusing.ts';
import { annId, slackManifest, slackWorld } from './slack-world.ts';

/** Longer than a person stays; whoever waits gives up earlier when the bot ends. */
const connectWithinMs = 600_000;

/** A local Slack, seen by Ann. */
export async function openSlackChat(): Promise<LocalChat> {
  const server = await startSlackServer({ ...slackWorld, triggerLifeMs: answerWithinMs });
  const ann = server.person(annId);
  const bot = `@${server.app.name}`;
  const commands = slackManifest.features?.slash_commands ?? [];
  const channels = [...server.workspace.channels.values()].filter(({ kind }) => kind !== 'im');

  const places: readonly Place[] = [
    ...channels.map(({ id, name }) => ({ id, label: `#${name}`, invitation: `Message #${name}: ${bot} …, or /arm …` })),
    { id: ann.dm, label: server.app.name, invitation: `Message ${server.app.name}` },
    { id: 'home', label: 'Home', invitation: undefined },
  ];

  function find(place: string, ts: string) {
    const found = listShown(server, place).find((message) => message.ts === ts);
    if (found === undefined) throw new ActRefusal('That message is gone. Reload the page.');
    return found;
  }

  async function send(place: string, text: string, threadTs: string | undefined): Promise<boolean> {
    const [, command = '', argument = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    if (command === '') {
      const { events } = ann.post(place, text, threadTs === undefined ? {} : { threadTs });
      return events.length > 0;
    }
    if (threadTs !== undefined) throw new ActRefusal('Slack knows no slash commands in threads.');
    if (!commands.some((known) => known.command === command)) {
      throw new ActRefusal(
        `${command} is not a valid command. There is ${commands.map((known) => known.command).join(', ')}.`,
      );
    }
    await ann.runCommand(place, command, argument);
    return true;
  }

  async function press(place: string, act: Act, id: string, value: unknown, choose: unknown): Promise<void> {
    const { target = '' } = act;
    const view = server.views(annId).find((known) => known.id === target && known.isOpen);
    const options = {
      ...(typeof value === 'string' ? { value } : {}),
      ...(choose === undefined || choose === null ? {} : { choose }),
      entered: readFields(act),
    };
    await ann.press(view ?? find(place, target), id, options);
  }

  async function perform(place: string, act: Act): Promise<boolean> {
    const { verb, argument } = readAct(act);
    const { target = '' } = act;
    switch (verb) {
      case 'send':
      case 'say': {
        const text = (verb === 'say' ? argument : (act.text ?? '')).trim();
        if (text === '') throw new ActRefusal('There is nothing to send.');
        return send(place, text, target === '' ? undefined : (find(place, target).thread_ts ?? target));
      }
      case 'press': {
        const [id, value, choose] = readList(argument);
        await press(place, act, String(id), value, choose);
        return true;
      }
      case 'choose':
      case 'enter': {
        const [id] = readList(argument);
        await press(place, act, String(id), undefined, readFields(act)[String(id)]);
        return true;
      }
      case 'submit':
        await ann.submit(readFields(act));
        return true;
      case 'close':
        await ann.closeModal();
        return false;
      case 'shortcut':
        await (target === '' ? ann.useGlobalShortcut(argument) : ann.useMessageShortcut(argument, find(place, target)));
        return true;
      default:
        throw new ActRefusal(`Nothing here is called "${verb}".`);
    }
  }

  async function suggest(_place: string, draft: string): Promise<readonly Suggestion[]> {
    if (draft.startsWith('/') && !draft.includes(' ')) {
      return commands
        .filter(({ command }) => command.startsWith(draft))
        .map(({ command, description, usage_hint: hint = '' }) => ({
          draft: `${command} `,
          label: `${command} ${hint}`,
          description,
        }));
    }
    const [before = '', mention] = /^([\s\S]*?)(@\S*)$/.exec(draft)?.slice(1) ?? [];
    if (mention === undefined || !bot.startsWith(mention)) return [];
    return [{ draft: `${before}${bot} `, label: bot, description: 'app' }];
  }

  return {
    platform: 'Slack',
    person: 'ann',
    style: slackStyle,
    welcome: `In a channel write "${bot} does balena run on armv6?", or "/arm does balena run on armv6?"; to ${server.app.name} itself just the question.`,
    places: () => places,
    async visit(place) {
      if (place === 'home') {
        ann.openHome();
        await server.waitFor(() => server.home(annId)).catch(() => {});
      }
      if (place === ann.dm) await ann.openPane().event?.outcome;
    },
    draw: (place) => (place === 'home' ? drawSlackHome(server) : drawSlackChannel(server, place)),
    suggest,
    async act(place, act) {
      return { isHeard: await refusing(() => perform(place, act)), place };
    },
    progress: (place) =>
      JSON.stringify([listShown(server, place).filter(({ via }) => via !== 'person'), server.views(annId)]),
    watch: (onChange) => server.watch(onChange),
    settings: {
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_APP_TOKEN: server.app.appToken,
      SLACK_API_URL: server.apiUrl,
    },
    untilConnected: () => server.waitFor(() => server.sockets.count > 0, connectWithinMs),
    close: () => server.close(),
  };
}
