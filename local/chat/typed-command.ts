import type { RegisteredCommand } from '../discord-server/command-registry.ts';
import { isJsonObject, type JsonObject, listObjects, readText } from '../drawing/read-json.ts';
import { ActRefusal } from './local-chat.ts';

/** A slash command as far as it is typed. */
export interface TypedCommand {
  readonly name: string;
  readonly subcommand: string | undefined;
  /** What the command takes there. */
  readonly specs: readonly JsonObject[];
  readonly options: Readonly<Record<string, string>>;
  /** The option at the end of the line, which is being typed. */
  readonly focused: string | undefined;
  /** The line up to the value of that option. */
  readonly before: string;
}

const subcommandType = 1;
const booleanType = 5;

/** Reads "/arm status subject:balena private:true"; what stands before a name belongs to the first option. */
export function readTypedCommand(line: string, commands: readonly RegisteredCommand[]): TypedCommand {
  const [, name = '', rest = ''] = /^\/(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const command = commands.find((known) => known.type === 1 && known.name === name);
  if (command === undefined) {
    const known = commands.filter(({ type }) => type === 1).map((one) => `/${one.name}`);
    throw new ActRefusal(`There is no command /${name}. There is ${known.join(', ') || 'none yet'}.`);
  }
  const subcommands = listObjects(command.options).filter(({ type }) => type === subcommandType);
  if (subcommands.length === 0)
    return readOptions(line, rest, { name, subcommand: undefined, specs: listObjects(command.options) });
  const [word = ''] = rest.split(/\s/, 1);
  const subcommand = subcommands.find((known) => known.name === word);
  if (subcommand === undefined) {
    const known = subcommands.map((one) => readText(one.name)).join(', ');
    throw new ActRefusal(`Say what of /${name}, as Discord makes everybody: ${known}. A question is /${name} ask …`);
  }
  const specs = listObjects(subcommand.options);
  return readOptions(line, rest.slice(word.length), { name, subcommand: word, specs });
}

/** The options as Discord's client sends them. */
export function toCommandOptions({ specs, options }: TypedCommand): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const isBoolean = specs.some((spec) => spec.name === name && spec.type === booleanType);
      return [name, isBoolean ? /^(?:true|yes|on|1)$/i.test(value) : value];
    }),
  );
}

/** Whether an option takes yes or no. */
export function isBooleanOption(spec: unknown): boolean {
  return isJsonObject(spec) && spec.type === booleanType;
}

function readOptions(
  line: string,
  rest: string,
  command: Pick<TypedCommand, 'name' | 'subcommand' | 'specs'>,
): TypedCommand {
  const names = command.specs.map(({ name }) => readText(name));
  const options: Record<string, string> = {};
  let focused = names[0];
  let valueAt = rest.search(/\S|$/);
  for (const match of rest.matchAll(/(?<=^|\s)([\w-]+):/g)) {
    const [whole, name = ''] = match;
    if (!names.includes(name)) continue;
    keep(rest.slice(valueAt, match.index));
    focused = name;
    valueAt = match.index + whole.length;
  }
  keep(rest.slice(valueAt));
  return { ...command, options, focused, before: line.slice(0, line.length - rest.length + valueAt) };

  function keep(value: string): void {
    if (focused !== undefined && value.trim() !== '') options[focused] = value.trim();
  }
}
