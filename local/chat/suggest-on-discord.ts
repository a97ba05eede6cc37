import type { DiscordServer } from '../discord-server/start-discord-server.ts';
import { listObjects, readText } from '../drawing/read-json.ts';
import { answerWithinMs, type Suggestion } from './local-chat.ts';
import { isBooleanOption, readTypedCommand, toCommandOptions } from './typed-command.ts';

/** What Discord's client offers while a line is typed: commands, their options, and the choices that the bot itself gives. */
export async function suggestOnDiscord(
  server: DiscordServer,
  who: { readonly by: string; readonly in?: string },
  draft: string,
): Promise<readonly Suggestion[]> {
  const { username } = server.world.bot;
  const [before = '', mention] = /^([\s\S]*?)(@\S*)$/.exec(draft)?.slice(1) ?? [];
  if (!draft.startsWith('/')) {
    if (mention === undefined || !`@${username}`.startsWith(mention)) return [];
    return [{ draft: `${before}@${username} `, label: `@${username}`, description: 'app' }];
  }
  const slash = server.commands().filter(({ type }) => type === 1);
  const [, name = '', gap = '', word = '', more = ''] = /^\/(\S*)(\s*)(\S*)([\s\S]*)$/.exec(draft) ?? [];
  if (gap === '') {
    return slash
      .filter((command) => command.name.startsWith(name))
      .map((command) => describe(`/${command.name} `, `/${command.name}`, command.description));
  }
  const subcommands = listObjects(slash.find((command) => command.name === name)?.options).filter(
    ({ type }) => type === 1,
  );
  if (more === '' && subcommands.length > 0) {
    return subcommands
      .filter((one) => readText(one.name).startsWith(word))
      .map((one) => describe(`/${name} ${readText(one.name)} `, `/${name} ${readText(one.name)}`, one.description));
  }
  return suggestValues(server, who, draft);
}

async function suggestValues(
  server: DiscordServer,
  who: { readonly by: string; readonly in?: string },
  draft: string,
): Promise<readonly Suggestion[]> {
  const typed = readTypedCommand(draft, server.commands());
  const spec = typed.specs.find(({ name }) => name === typed.focused);
  if (spec === undefined) return [];
  const focused = readText(spec.name);
  const stem = typed.before.endsWith(`${focused}:`) ? typed.before : `${typed.before}${focused}:`;
  const further = typed.specs
    .filter(({ name }) => draft.endsWith(' ') && name !== focused && !(readText(name) in typed.options))
    .filter(() => focused in typed.options)
    .map(({ name, description }) => describe(`${draft}${readText(name)}:`, `${readText(name)}:`, description));
  if (isBooleanOption(spec)) {
    return ['True', 'False'].map((value) => describe(`${stem}${value}`, value, spec.description));
  }
  if (spec.autocomplete !== true) return further;
  const { [focused]: value = '', ...others } = toCommandOptions(typed);
  const record = server.clicks.typeInOption({
    ...who,
    name: typed.name,
    ...(typed.subcommand === undefined ? {} : { subcommand: typed.subcommand }),
    options: { ...others, [focused]: value },
    focused,
  });
  const choices = await server.waitFor(() => record.choices, answerWithinMs).catch(() => []);
  return [
    ...choices.map((choice) => describe(`${stem}${String(choice.value)} `, readText(choice.name), spec.description)),
    ...further,
  ];
}

function describe(draft: string, label: string, description: unknown): Suggestion {
  return { draft, label, description: readText(description) };
}
