import type { CommandSpec, OptionKind } from '#commands/command-spec.ts';
import { privateOptionName } from './build-commands.ts';

/** What Discord sends of the options of an interaction, as far as it is used. */
export interface SentOption {
  readonly name: string;
  readonly value?: string | number | boolean;
  /** The one that is being typed, for autocompletion. */
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

export interface SentLine {
  /** As it would be typed; `help` where nothing usable came. */
  readonly line: string;
  /** Undefined where the person did not say. */
  readonly isPrivate: boolean | undefined;
}

/** The line that the core understands, from the options of a slash command. */
export function readCommandLine(options: readonly SentOption[], commands: readonly CommandSpec[]): SentLine {
  const { spec, given } = findSubcommand(options, commands);
  if (spec === undefined) return { line: 'help', isPrivate: undefined };
  const values = spec.options.map(({ name, kind }) => quoteValue(findText(given, name), kind));
  const isPrivate = given.find(({ name }) => name === privateOptionName)?.value;
  return {
    // A question stands for itself, in whatever words.
    line: isQuestion(spec) ? values.join(' ') : [spec.name, ...values].filter(Boolean).join(' '),
    isPrivate: typeof isPrivate === 'boolean' ? isPrivate : undefined,
  };
}

/** The option that is being typed, and what is there of it; undefined for none of ours. */
export function readFocusedOption(
  options: readonly SentOption[],
  commands: readonly CommandSpec[],
): { readonly kind: OptionKind; readonly typed: string } | undefined {
  const { spec, given } = findSubcommand(options, commands);
  const focused = given.find((option) => option.focused);
  const kind = spec?.options.find(({ name }) => name === focused?.name)?.kind;
  return kind && focused && { kind, typed: String(focused.value ?? '') };
}

function findSubcommand(options: readonly SentOption[], commands: readonly CommandSpec[]) {
  const [subcommand] = options;
  return { spec: commands.find(({ name }) => name === subcommand?.name), given: subcommand?.options ?? [] };
}

function isQuestion({ options }: CommandSpec): boolean {
  return options.some(({ kind }) => kind === 'question');
}

function findText(given: readonly SentOption[], wanted: string): string {
  const value = given.find(({ name }) => name === wanted)?.value;
  return String(value ?? '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}

/** Quotes keep words in a name or a search from being read as a sentence; the command was chosen, there is no doubt. */
function quoteValue(value: string, kind: OptionKind): string {
  if (kind === 'question' || kind === 'command') return value;
  const bare = value.replace(/["“”]/g, '').trim();
  return bare === '' ? '' : `"${bare}"`;
}
