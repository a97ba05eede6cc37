import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { findSchemaProblems } from './check-schema.ts';
import { type FormProblem, findLengthProblem } from './form-problem.ts';
import type { JsonObject } from './world-model.ts';

type Path = FormProblem['path'];

export const commandTypes = { slash: 1, user: 2, message: 3 } as const;
export const optionTypes = { subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5, number: 10 } as const;

const maxCombined = 8000;
const choiceLimit = 100;
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const nestingTypes: readonly unknown[] = [optionTypes.subcommand, optionTypes.group];
const choosableTypes: readonly unknown[] = [optionTypes.string, optionTypes.integer, optionTypes.number];

/** Everything that Discord would refuse in an application command: its published schema, and the rules that the schema lacks. */
export function validateCommand(command: JsonObject): FormProblem[] {
  // The schema knows the permissions as a number; Discord's documentation and every client send them as text.
  const { default_member_permissions: permissions } = command;
  const readable = typeof permissions === 'string' && /^\d+$/.test(permissions) ? Number(permissions) : permissions;
  const problems = findSchemaProblems(ApplicationCommandCreateRequestSchema, {
    ...command,
    default_member_permissions: readable,
  });
  if (problems.length > 0) return problems;
  const isSlash = (command.type ?? commandTypes.slash) === commandTypes.slash;
  problems.push(...(isSlash ? findSlashProblems(command) : findMenuProblems(command)));
  if (countCharacters(command) > maxCombined) {
    const message = `Command exceeds maximum size (${maxCombined})`;
    problems.push({ path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return problems;
}

/** The characters that count against a command's size: names, descriptions and values, at every level. */
export function countCharacters({ name, description, value, options, choices }: JsonObject): number {
  const own = [name, description, value].reduce(
    (sum: number, text) => sum + (typeof text === 'string' ? text.length : 0),
    0,
  );
  const nested = [...((options ?? []) as JsonObject[]), ...((choices ?? []) as JsonObject[])];
  return nested.reduce((sum, child) => sum + countCharacters(child), own);
}

function findSlashProblems(command: JsonObject): FormProblem[] {
  return [
    ...findNameProblems([], command.name),
    ...findLengthProblem(['description'], command.description ?? '', 1, 100),
    ...findOptionProblems((command.options ?? []) as JsonObject[], ['options'], 0),
  ];
}

function findMenuProblems({ description, options }: JsonObject): FormProblem[] {
  const wrong = (key: string): FormProblem[] => [
    { path: [key], code: 'APPLICATION_COMMAND_INVALID_FIELD', message: `A context menu command cannot have ${key}` },
  ];
  return [
    ...(typeof description === 'string' && description !== '' ? wrong('description') : []),
    ...(Array.isArray(options) && options.length > 0 ? wrong('options') : []),
  ];
}

function findNameProblems(at: Path, name: unknown): FormProblem[] {
  const text = String(name);
  if (slashName.test(text) && text === text.toLowerCase()) return [];
  return [{ path: [...at, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
}

function findOptionProblems(options: readonly JsonObject[], at: Path, depth: number): FormProblem[] {
  return [
    ...findListProblems(options, at, depth),
    ...options.flatMap((option, index) => findProblemsOfOne(option, [...at, index], depth)),
  ];
}

function findListProblems(options: readonly JsonObject[], at: Path, depth: number): FormProblem[] {
  const problems: FormProblem[] = [];
  const add = (index: number, code: string, message: string) => problems.push({ path: [...at, index], code, message });
  const firstOptional = options.findIndex(({ type, required }) => !nestingTypes.includes(type) && required !== true);
  const nested = options.filter(({ type }) => nestingTypes.includes(type));
  options.forEach(({ name, type, required }, index) => {
    if (options.findIndex((other) => other.name === name) < index) {
      add(index, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    if (required === true && firstOptional !== -1 && index > firstOptional) {
      const message = 'Required options must be placed before non-required options';
      add(index, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
    const isNested = nestingTypes.includes(type);
    const isTooDeep = isNested && (depth === 2 || (depth === 1 && type === optionTypes.group));
    if (isTooDeep || (nested.length > 0 && !isNested)) {
      const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
      add(index, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
    }
  });
  return problems;
}

function findProblemsOfOne(option: JsonObject, at: Path, depth: number): FormProblem[] {
  const choices = (option.choices ?? []) as JsonObject[];
  const wrong = (key: string, code: string, message: string): FormProblem => ({ path: [...at, key], code, message });
  const problems = [
    ...findNameProblems(at, option.name),
    ...choices.flatMap((choice, index) => findChoiceProblems(choice, [...at, 'choices', index])),
    ...findOptionProblems((option.options ?? []) as JsonObject[], [...at, 'options'], depth + 1),
  ];
  if (option.autocomplete === true && choices.length > 0) {
    const message = 'Autocomplete and choices cannot be used together';
    problems.push(wrong('autocomplete', 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE', message));
  }
  if (option.autocomplete === true && !choosableTypes.includes(option.type)) {
    problems.push(wrong('autocomplete', 'BASE_TYPE_INVALID', 'Only text and numbers can be completed'));
  }
  if (nestingTypes.includes(option.type) && option.required === true) {
    problems.push(wrong('required', 'BASE_TYPE_INVALID', 'A sub-command cannot be required'));
  }
  if (option.type === optionTypes.group && ((option.options ?? []) as unknown[]).length === 0) {
    problems.push(wrong('options', 'BASE_TYPE_REQUIRED', 'A sub-command group holds at least one sub-command'));
  }
  if (Number(option.min_length ?? 0) > Number(option.max_length ?? 6000)) {
    problems.push(wrong('min_length', 'BASE_TYPE_INVALID', 'min_length is greater than max_length'));
  }
  return problems;
}

function findChoiceProblems(choice: JsonObject, at: Path): FormProblem[] {
  return [
    ...findLengthProblem([...at, 'name'], choice.name, 1, choiceLimit),
    ...findLengthProblem([...at, 'value'], choice.value, 1, choiceLimit),
  ];
}
