import type { RegisteredCommand } from './command-registry.ts';
import { commandTypes, optionTypes } from './validate-command.ts';
import type { JsonObject } from './world-model.ts';

type OptionValue = string | number | boolean;

/** A slash command as somebody types it. */
export type CommandCall = {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
};

const wantedType: Record<number, string> = {
  [optionTypes.string]: 'string',
  [optionTypes.integer]: 'number',
  [optionTypes.boolean]: 'boolean',
  [optionTypes.number]: 'number',
};

/** The data of the interaction that a typed command makes; throws for what Discord's client would not let through. */
export function buildCommandData(command: RegisteredCommand, call: CommandCall, focused?: string): JsonObject {
  const specs = getLeafOptions(command, call);
  const given = call.options ?? {};
  const unknown = Object.keys(given).filter((name) => !specs.some((spec) => spec.name === name));
  if (unknown.length > 0) throw new Error(`/${command.name} has no option ${unknown.join(', ')}`);
  const values = specs.flatMap((spec) => {
    const value = given[String(spec.name)];
    if (value === undefined) {
      if (spec.required === true && focused === undefined) throw new Error(`/${command.name} needs "${spec.name}"`);
      return [];
    }
    const isFocused = spec.name === focused;
    // While somebody types, nothing is checked yet.
    if (focused === undefined) checkValue(spec, value);
    return [{ name: spec.name, type: spec.type, value, ...(isFocused ? { focused: true } : {}) }];
  });
  const nested = [
    [call.subcommand, optionTypes.subcommand],
    [call.group, optionTypes.group],
  ] as const;
  const options = nested.reduce<JsonObject[]>(
    (inner, [name, type]) => (name === undefined ? inner : [{ name, type, options: inner }]),
    values,
  );
  return { id: command.id, name: command.name, type: commandTypes.slash, options };
}

/** The type of the option that is being typed; throws when it does not complete. */
export function getFocusedType(command: RegisteredCommand, call: CommandCall, focused: string): number {
  const spec = getLeafOptions(command, call).find(({ name }) => name === focused);
  if (spec?.autocomplete !== true) throw new Error(`the option "${focused}" of /${command.name} does not complete`);
  return Number(spec.type);
}

function getLeafOptions(command: RegisteredCommand, { group, subcommand }: CommandCall): readonly JsonObject[] {
  let options = (command.options ?? []) as readonly JsonObject[];
  for (const name of [group, subcommand]) {
    if (name === undefined) continue;
    const found = options.find((option) => option.name === name);
    if (found === undefined) throw new Error(`/${command.name} has no subcommand "${name}"`);
    options = (found.options ?? []) as JsonObject[];
  }
  const isIncomplete = options.some(({ type }) => type === optionTypes.subcommand || type === optionTypes.group);
  if (isIncomplete) throw new Error(`/${command.name} can only be used with a subcommand`);
  return options;
}

function checkValue(spec: JsonObject, value: OptionValue): void {
  const wrong = (text: string) => new Error(`the option "${spec.name}" ${text}`);
  if (typeof value !== (wantedType[Number(spec.type)] ?? 'string')) throw wrong(`takes no ${typeof value}`);
  const choices = (spec.choices ?? []) as JsonObject[];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw wrong(`offers no choice "${value}"`);
  if (typeof value === 'string') {
    if (value.length < Number(spec.min_length ?? 0)) throw wrong(`takes at least ${spec.min_length} characters`);
    if (value.length > Number(spec.max_length ?? 6000))
      throw wrong(`takes at most ${spec.max_length ?? 6000} characters`);
  }
  if (typeof value === 'number') {
    if (value < Number(spec.min_value ?? Number.NEGATIVE_INFINITY)) throw wrong(`takes at least ${spec.min_value}`);
    if (value > Number(spec.max_value ?? Number.POSITIVE_INFINITY)) throw wrong(`takes at most ${spec.max_value}`);
  }
}
