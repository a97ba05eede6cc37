import { awaitAnswer } from './await-answer.ts';
import { type Act, ActRefusal, type LocalChat, readAct } from './local-chat.ts';
import { type LineStreams, openLines } from './open-lines.ts';
import { createPromptScreen } from './prompt-screen.ts';

const helpOf = ({ platform }: LocalChat) =>
  [
    'A line is sent where you are. Besides it:',
    '  3          presses, or chooses, what has [3] before it',
    '  :go NAME   goes to a channel, a direct message or a thread of Discord (:go alone lists them; threads of Slack, and replies to a message, are on the page)',
    '  :quit      ends everything, as Ctrl-C does',
    // Slack completes no more than that.
    platform === 'Slack'
      ? 'The Tab key completes /arm and the name of the bot.'
      : 'The Tab key completes commands, their options and names.',
  ].join('\n');

/** Talks to the bot by lines: what is typed is sent, what is shown comes as text. Resolves when the input ends or the signal comes. */
export async function runPrompt(chat: LocalChat, streams: LineStreams, signal: AbortSignal): Promise<void> {
  const screen = createPromptScreen(chat);
  const help = helpOf(chat);
  // There a plain question is heard.
  let place = chat.places().findLast(({ invitation }) => invitation !== undefined)?.id ?? '';
  const labelOf = (id: string) => chat.places().find((one) => one.id === id)?.label ?? id;
  const say = (words: string) => void (words !== '' && lines.tell(`${words}\n\n`));
  const lines = openLines(streams, async (line) =>
    (await chat.suggest(place, line).catch(() => [])).map(({ draft }) => draft),
  );
  signal.addEventListener('abort', lines.close, { once: true });
  // What comes later, or by itself, is shown when it comes.
  let isAnswering = true;
  const unwatch = chat.watch(() => void (isAnswering || say(screen.look(place))));

  say(`Local ${chat.platform}. You are ${chat.person}. ${chat.welcome}\n${help}`);
  await go(place);
  for (let typed = await ask(); typed !== undefined; typed = await ask()) {
    const line = typed.trim();
    if (line === ':quit') break;
    if (line === ':help') say(help);
    else if (/^:go\b/.test(line)) await goByName(line.slice(':go'.length).trim());
    else if (line.startsWith(':')) say(`There is no ${line}.\n${help}`);
    else if (line !== '') await perform(line);
  }
  unwatch();
  lines.close();
  signal.removeEventListener('abort', lines.close);

  async function ask(): Promise<string | undefined> {
    isAnswering = false;
    const line = await lines.next(`${labelOf(place)}> `);
    isAnswering = true;
    return line;
  }

  async function go(id: string): Promise<void> {
    place = id;
    await chat.visit(place);
    say(screen.look(place));
  }

  async function goByName(name: string): Promise<void> {
    const places = chat.places();
    const found = places.find(
      ({ label }) => label.toLowerCase().replace(/^[#🧵\s]+/u, '') === name.toLowerCase().replace(/^#/, ''),
    );
    if (found !== undefined) return go(found.id);
    say(`There ${name === '' ? 'are' : `is no ${name}; there are`}: ${places.map(({ label }) => label).join(', ')}`);
  }

  async function perform(line: string): Promise<void> {
    const isNumber = /^\d{1,3}$/.test(line);
    const pressed = isNumber ? screen.find(Number(line)) : undefined;
    if (isNumber && pressed === undefined) {
      say(`Nothing has [${line}] now.`);
      return;
    }
    const act: Act = pressed === undefined ? { do: 'send', text: line } : await fillIn(pressed);
    const before = chat.progress(place);
    try {
      const outcome = await chat.act(place, act);
      if (outcome.isHeard) await awaitAnswer(chat, place, before);
      if (outcome.place !== place) await go(outcome.place);
      else say(screen.look(place));
    } catch (error) {
      if (!(error instanceof ActRefusal)) throw error;
      say(`⚠ ${error.message}`);
    }
  }

  async function fillIn({
    fields,
    inputs,
  }: {
    fields: Act;
    inputs: readonly { name: string; label: string }[];
  }): Promise<Act> {
    const filled: Record<string, string | undefined> = { ...fields };
    if (!['submit', 'enter'].includes(readAct(fields).verb)) return filled;
    for (const { name, label } of inputs) filled[name] = (await lines.next(`${label}: `)) || filled[name];
    return filled;
  }
}
