import { parseArgs } from 'node:util';

/** What a run of the evaluation is to do beyond printing the figures. */
export interface EvaluationOptions {
  /** Another archive, of which only its own asks are asked. */
  readonly content: string | undefined;
  readonly misses: boolean;
  readonly record: boolean;
  readonly json: boolean;
}

/** Options understood, or what to say instead and with which exit code. */
export type OptionsReading = EvaluationOptions | { readonly exitCode: 0 | 2; readonly text: string };

const USAGE = `usage: npm run -s eval -- [--content DIR] [--misses] [--record] [--json]
  --content DIR  the asks of the facts in another folder, and no sets of questions
  --misses       the questions that were not answered right, too
  --record       write the figures into docs/answer-quality.md, too
  --json         one JSON object instead of tables
`;
const FLAG = { type: 'boolean', default: false } as const;
const OPTIONS = { content: { type: 'string' }, misses: FLAG, record: FLAG, json: FLAG, help: FLAG } as const;

/** Reads the options strictly: whatever is not known is named. */
export function readOptions(args: readonly string[]): OptionsReading {
  try {
    const { help, content, ...flags } = parseArgs({ args: [...args], options: OPTIONS }).values;
    if (help) return { exitCode: 0, text: USAGE };
    if (content !== undefined && flags.record)
      return { exitCode: 2, text: `--record: the record is of the archive that the bot comes with\n\n${USAGE}` };
    return { content, ...flags };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { exitCode: 2, text: `${error.message}\n\n${USAGE}` };
  }
}
