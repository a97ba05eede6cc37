import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { programFile } from '#app/process/project-files.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { measureEditDistance } from '#spelling/edit-distance.ts';
import { listSubcommands, type Subcommand } from './subcommands.ts';

/** What the person typed after the program's name, understood. */
export type CommandLine =
  | {
      readonly kind: 'run';
      readonly subcommand: Subcommand;
      readonly values: CommandLineValues;
      readonly words: string[];
    }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'version' }
  /** `text` says what is wrong, then how it is used. */
  | { readonly kind: 'wrong-usage'; readonly text: string };

type Flag = 'json' | 'csv' | 'dry-run' | 'now' | 'status' | 'links' | 'unanswered' | 'feedback' | 'watched';
export type CommandLineValues = Readonly<
  Partial<Record<'content' | 'platform' | 'issue' | 'explain', string> & Record<Flag, boolean>>
>;

const MAX_SLIPS = 2;

/** Reads the command line strictly: whatever is not known is named. */
export function parseCommandLine(
  words: readonly string[],
  platforms: readonly ChatPlatform[] = chatPlatforms,
): CommandLine {
  const [name, ...rest] = words;
  const subcommands = listSubcommands(platforms);
  if (name === '--help' || name === '-h' || name === 'help')
    return { kind: 'help', text: describeProgram(subcommands) };
  if (name === '--version' || name === '-v') return { kind: 'version' };
  if (name === undefined) return { kind: 'wrong-usage', text: describeProgram(subcommands) };
  const subcommand = subcommands.find((candidate) => candidate.name === name);
  if (subcommand === undefined) {
    return { kind: 'wrong-usage', text: `There is no subcommand "${name}".\n\n${describeProgram(subcommands)}` };
  }
  return parseSubcommand(subcommand, rest, subcommands);
}

function parseSubcommand(subcommand: Subcommand, rest: string[], all: readonly Subcommand[]): CommandLine {
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { takes }] of Object.entries(subcommand.options)) {
    options[name] = { type: takes === undefined ? 'boolean' : 'string' };
  }
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true });
    if (values.help) return { kind: 'help', text: describeSubcommand(subcommand) };
    const odd = positionals[subcommand.maxWords ?? 0];
    if (odd !== undefined) return wrongUsage(subcommand, `Not understood: "${odd}".`);
    if (values.content === '') return wrongUsage(subcommand, 'Option --content needs a folder.');
    return { kind: 'run', subcommand, values: values as CommandLineValues, words: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return wrongUsage(subcommand, explainOption(error, subcommand, { words: rest, all }));
  }
}

/** Node's own sentences are for programmers. */
function explainOption(
  error: TypeError,
  { name, options }: Subcommand,
  { words, all }: { readonly words: readonly string[]; readonly all: readonly Subcommand[] },
): string {
  const { code } = error as NodeJS.ErrnoException;
  const [, typed = ''] = /'(--?[^\s'=]+)/.exec(error.message) ?? [];
  const option = typed.replace(/^-+/, '');
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = Object.keys(options).find((known) => measureEditDistance(known, option, MAX_SLIPS) <= MAX_SLIPS);
    const elsewhere = all.filter((other) => option in other.options).map((other) => other.name);
    if (near !== undefined) return `There is no option ${typed}. Did you mean --${near}?`;
    const hint = elsewhere.length === 0 ? '' : ` It is one of ${elsewhere.join(', ')}.`;
    return `There is no option ${typed} of ${name}.${hint}`;
  }
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return error.message;
  const { takes } = options[option] ?? {};
  if (takes === undefined)
    return `Option ${typed} takes nothing; found ${words.find((word) => word.startsWith(typed))}.`;
  return `Option ${typed} needs a value: ${typed} ${takes}. One that begins with "-" is written ${typed}=VALUE.`;
}

/** What is said to somebody who used a subcommand wrongly. */
export function wrongUsage(subcommand: Subcommand, problem: string): CommandLine & { kind: 'wrong-usage' } {
  return { kind: 'wrong-usage', text: `${problem}\n\n${describeSubcommand(subcommand)}` };
}

function describeProgram(subcommands: readonly Subcommand[]): string {
  const width = Math.max(...subcommands.map(({ name }) => name.length));
  const lines = subcommands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    `Usage: node ${programFile} SUBCOMMAND [OPTIONS], or npm run SUBCOMMAND -- [OPTIONS]`,
    '',
    ...lines,
    '',
    'Each has --help. Exit code: 0 done, 1 what was asked failed, 2 wrong usage.',
    '',
  ].join('\n');
}

function describeSubcommand({ usage, summary, options }: Subcommand): string {
  const all = { ...options, help: { help: 'show this', takes: undefined } };
  const names = Object.entries(all).map(
    ([name, { takes, help }]) => [`--${name}${takes ? ` ${takes}` : ''}`, help] as const,
  );
  const width = Math.max(...names.map(([name]) => name.length));
  return [
    `Usage: ${usage}`,
    '',
    `  ${summary}`,
    '',
    ...names.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`),
    '',
  ].join('\n');
}
