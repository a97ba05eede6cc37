import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { programFile } from '#app/process/project-files.ts';
import { measureEditDistance } from '#spelling/edit-distance.ts';

/** One subcommand of the command line, as its help shows it and as its arguments are checked. */
export interface Subcommand {
  readonly name:
    | 'start'
    | 'chat'
    | 'ask'
    | 'announce'
    | 'check-content'
    | 'draft-facts'
    | 'report'
    | 'manifest'
    | 'doctor';
  readonly usage: string;
  readonly summary: string;
  /** Option name → what help says of it. */
  readonly options: Readonly<Record<string, { readonly takes?: string; readonly help: string }>>;
  /** How many bare words it takes at most. */
  readonly maxWords: number;
}

const content = {
  content: { takes: 'DIR', help: "folder with the newsletter's issues (else CONTENT_DIR, else content/)" },
};

/** All subcommands, in the order of help. */
export const subcommands: readonly Subcommand[] = [
  {
    name: 'start',
    usage: 'start [--content DIR]',
    summary: 'start every platform that has a token; with none, a chat in this terminal',
    options: content,
    maxWords: 0,
  },
  { name: 'chat', usage: 'chat [--content DIR]', summary: 'talk to the bot here', options: content, maxWords: 0 },
  {
    name: 'ask',
    usage: 'ask "QUESTION" [--content DIR]\n       ask --json [--content DIR] < QUESTIONS',
    summary: 'ask one question, or many from standard input',
    options: {
      ...content,
      json: { help: 'read questions from standard input, one a line; write one JSON answer a line' },
    },
    maxWords: Number.POSITIVE_INFINITY,
  },
  {
    name: 'announce',
    usage:
      'announce --dry-run [--platform slack|discord] [--issue 2017-W41] [--content DIR]\n       announce --now [--platform slack|discord] [--content DIR]\n       announce --status',
    summary: 'show what is posted where and when, post what is due now, or show what became of the posts',
    options: {
      ...content,
      'dry-run': { help: 'show each channel’s next post, and why there is none; sends nothing' },
      now: { help: 'serve the dates that have come, and send what waits, once' },
      status: { help: 'show the posts by state, with the reasons' },
      platform: { takes: 'NAME', help: 'only this platform: slack or discord' },
      issue: { takes: 'ID', help: 'follow this issue, such as 2017-W41' },
    },
    maxWords: 0,
  },
  {
    name: 'check-content',
    usage:
      'check-content [DIR]\n       check-content --explain FILE [--content DIR]\n       check-content --links [DIR | --explain FILE]',
    summary: 'show what the bot understands of a folder of issues, or of one issue, and every problem',
    options: {
      ...content,
      explain: {
        takes: 'FILE',
        help: 'show one issue article by article: facts, links, and which of its own questions lead elsewhere',
      },
      links: { help: 'ask the address of every link whether it is still there (GET, public web only)' },
    },
    maxWords: 1,
  },
  {
    name: 'draft-facts',
    usage: 'draft-facts FILE',
    summary: 'write the draft of an issue’s fact file beside it, for an editor to mend',
    options: {},
    maxWords: 1,
  },
  {
    name: 'report',
    usage: 'report [--unanswered] [--feedback] [--content DIR]',
    summary: 'show what readers asked in vain, by subject, and which answers did not help',
    options: {
      ...content,
      unanswered: { help: 'only what the archive could not answer' },
      feedback: { help: 'only how readers rated the answers' },
    },
    maxWords: 0,
  },
  {
    name: 'doctor',
    usage: 'doctor [--json] [--content DIR]',
    summary: 'check everything that can be wrong, and say what to do; changes nothing',
    options: { ...content, json: { help: 'write the findings as JSON' } },
    maxWords: 0,
  },
  {
    name: 'manifest',
    usage: 'manifest slack [--command /arm] [--url https://…] [--without-agent]\n       manifest discord',
    summary: "print Slack's app manifest, or Discord's invite link",
    options: {
      ...content,
      command: { takes: '/NAME', help: "Slack's slash command (else /arm)" },
      url: { takes: 'URL', help: 'where Slack reaches the bot; without it the bot connects by itself (Socket Mode)' },
      'without-agent': { help: "leave out Slack's agent pane, which not every plan has" },
    },
    maxWords: 1,
  },
];

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

export interface CommandLineValues {
  readonly content?: string;
  readonly json?: boolean;
  readonly 'dry-run'?: boolean;
  readonly now?: boolean;
  readonly status?: boolean;
  readonly platform?: string;
  readonly issue?: string;
  readonly command?: string;
  readonly url?: string;
  readonly 'without-agent'?: boolean;
  readonly explain?: string;
  readonly links?: boolean;
  readonly unanswered?: boolean;
  readonly feedback?: boolean;
}

const MAX_SLIPS = 2;

/** Reads the command line strictly: whatever is not known is named. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const [name, ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') return { kind: 'help', text: describeProgram() };
  if (name === '--version' || name === '-v') return { kind: 'version' };
  if (name === undefined) return { kind: 'wrong-usage', text: describeProgram() };
  const subcommand = subcommands.find((candidate) => candidate.name === name);
  if (subcommand === undefined) {
    return { kind: 'wrong-usage', text: `There is no subcommand "${name}".\n\n${describeProgram()}` };
  }
  return parseSubcommand(subcommand, rest);
}

function parseSubcommand(subcommand: Subcommand, rest: string[]): CommandLine {
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { takes }] of Object.entries(subcommand.options)) {
    options[name] = { type: takes === undefined ? 'boolean' : 'string' };
  }
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true, strict: true });
    if (values.help) return { kind: 'help', text: describeSubcommand(subcommand) };
    if (positionals.length > subcommand.maxWords) {
      return wrongUsage(subcommand, `Not understood: "${positionals.at(subcommand.maxWords)}".`);
    }
    if (values.content === '') return wrongUsage(subcommand, 'Option --content needs a folder.');
    return { kind: 'run', subcommand, values: values as CommandLineValues, words: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return wrongUsage(subcommand, explainOption(error, subcommand, rest));
  }
}

/** Node's own sentences are for programmers. */
function explainOption(error: TypeError, { name, options }: Subcommand, words: readonly string[]): string {
  const { code } = error as NodeJS.ErrnoException;
  const [, typed = ''] = /'(--?[^\s'=]+)/.exec(error.message) ?? [];
  const option = typed.replace(/^-+/, '');
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = Object.keys(options).find((known) => measureEditDistance(known, option, MAX_SLIPS) <= MAX_SLIPS);
    const elsewhere = subcommands.filter((other) => option in other.options).map((other) => other.name);
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

function describeProgram(): string {
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
