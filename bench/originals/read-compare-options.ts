import { parseArgs } from 'node:util';

/** What to compare, and how to say it. */
export interface CompareOptions {
  /** Undefined: where they lie beside the project. */
  readonly originals: string | undefined;
  /** Undefined: the issues that the bot comes with. */
  readonly content: string | undefined;
  readonly json: boolean;
}

const USAGE = `usage: npm run -s compare-originals -- [ORIGINALS] [CONTENT] [--json]
  ORIGINALS  the folder of the newsletter's own issues
  CONTENT    the folder of the restated ones; else content
  --json     one JSON object instead of lines
Exit code: 0 when nothing is missing but what bench/originals/left-out.yaml gives a reason for, 1 when something is, 2 when
there is nothing to compare.
`;
const FLAG = { type: 'boolean', default: false } as const;

/** Reads the options strictly; what to say instead, and with which exit code, where they are not understood. */
export function readCompareOptions(
  args: readonly string[],
): CompareOptions | { readonly exitCode: 0 | 2; readonly text: string } {
  try {
    const options = { json: FLAG, help: FLAG };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help) return { exitCode: 0, text: USAGE };
    const [originals, content, ...others] = positionals;
    if (others.length > 0) return { exitCode: 2, text: `${others[0]}: expected two folders at most\n\n${USAGE}` };
    return { originals, content, json: values.json };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { exitCode: 2, text: `${error.message}\n\n${USAGE}` };
  }
}
