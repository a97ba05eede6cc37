import { askAboutMessageId, askAnythingId } from '#platforms/slack/rendering/shortcuts.ts';
import type { StoredMessage } from '../../local/slack-server/message-store.ts';
import type { PersonActions } from '../../local/slack-server/person-actions.ts';
import { type SlackServer, startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import type { StoredView } from '../../local/slack-server/view-store.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import type { AskedPlatform, EntryPoint, ShownAnswer } from './entry-point.ts';
import { readButtons, readShownWords } from './slack-shown.ts';

const command = '/arm';
const boundless = { perUser: 100_000, perChannel: 100_000, windowMs: 60_000 };

/** Slack, reached in both ways. */
export const slackPlatforms: readonly AskedPlatform[] = (['socket', 'http'] as const).map((mode) => ({
  name: `Slack by ${mode}`,
  async open({ snapshot, onResponse }) {
    const places = Object.keys(ways).map((name, i) => ({ name, personId: `U0ASKER${i}`, channelId: `C0PLACE${i}` }));
    const server = await startSlackServer({
      workspaces: [
        {
          id: 'T0LOCAL',
          people: places.map(({ personId }) => ({ id: personId })),
          channels: places.map(({ channelId }) => ({ id: channelId })),
        },
      ],
    });
    const bot = await startSlackBot(server, { mode, snapshot, onResponse, budget: boundless });
    return {
      // Each has a person and a channel of its own, so that none goes on with what another began.
      entryPoints: places.map(({ name, personId, channelId }): EntryPoint => {
        const way = ways[name as keyof typeof ways];
        const place = { server, person: server.person(personId), channelId };
        return {
          name,
          isOneConversation: way.isOneConversation,
          ask: (line) => see(place, () => way.ask(place, line)),
        };
      }),
      async [Symbol.asyncDispose]() {
        await bot[Symbol.asyncDispose]();
        await server.close();
      },
    };
  },
}));

interface AskingPlace {
  readonly server: SlackServer;
  readonly person: PersonActions;
  readonly channelId: string;
}

interface Way {
  readonly isOneConversation: boolean;
  readonly ask: (place: AskingPlace, line: string) => unknown;
}

const ways = {
  'slash command': {
    isOneConversation: true,
    ask: ({ person, channelId }, line) => person.runCommand(channelId, command, line),
  },
  'mention in a channel': {
    isOneConversation: false,
    ask: ({ person, channelId }, line) => person.post(channelId, `@bot ${line}`),
  },
  'mention in a thread': {
    isOneConversation: true,
    ask({ server, person, channelId }, line) {
      const root = server.messages(channelId)[0] ?? person.post(channelId, 'what shall we buy?').message;
      person.post(channelId, `${line} @bot`, { threadTs: root.ts });
    },
  },
  'direct message': { isOneConversation: true, ask: ({ person }, line) => person.post('dm', line) },
  'agent pane': {
    isOneConversation: true,
    async ask({ server, person, channelId }, line) {
      await person.openPane(channelId).event?.outcome;
      if (!server.state.paneThreads.get(`${person.dm} `)?.prompts.length) throw new Error('the pane suggests nothing');
      person.post('dm', line);
    },
  },
  'ask box of App Home': {
    isOneConversation: true,
    async ask({ server, person }, line) {
      await person.openHome()?.outcome;
      const home = await server.waitFor(() => server.home(person.id));
      await person.press(home, 'home_ask', { choose: line });
    },
  },
  'message shortcut': {
    isOneConversation: true,
    ask: ({ person, channelId }, line) =>
      person.useMessageShortcut(askAboutMessageId, person.post(channelId, line).message),
  },
  'global shortcut': {
    isOneConversation: true,
    async ask({ server, person }, line) {
      await person.useGlobalShortcut(askAnythingId);
      await server.waitFor(() => server.modal(person.id)?.body.submit);
      await person.submit({ text: line });
    },
  },
} satisfies Record<string, Way>;

/** Resolves to the answer that comes of the act: a new message or modal, or one that has changed. */
async function see(place: AskingPlace, act: () => unknown): Promise<ShownAnswer> {
  const { server, person } = place;
  const before = new Set(listShown(place).map(([key]) => key));
  await act();
  const shown = await server.waitFor(() => listShown(place).find(([key]) => !before.has(key))?.[1]);
  const blocks = 'body' in shown ? shown.body.blocks : shown.blocks;
  return {
    words: readShownWords(blocks),
    buttons: readButtons(blocks).map(({ label, id }) => ({
      label,
      press: () => see(place, () => person.press(shown, id)),
    })),
  };
}

type Shown = StoredMessage | StoredView;

/** What the bot shows there, each state of a message and of an answered modal under a key of its own. */
function listShown({ server, person, channelId }: AskingPlace): [key: string, shown: Shown][] {
  const messages = [...server.messages(channelId), ...server.messages(person.dm)].filter(
    ({ via, isDeleted }) => via !== 'person' && !isDeleted,
  );
  // A modal with a button to submit is a question to the person, not an answer.
  const modals = server.views(person.id).filter(({ type, isOpen, body }) => type === 'modal' && isOpen && !body.submit);
  return [
    ...messages.map((message): [string, Shown] => [`${message.ts} ${message.edits.length}`, message]),
    ...modals.map((view): [string, Shown] => [`${view.id} ${view.hash}`, view]),
  ];
}
