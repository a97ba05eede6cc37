import { parseArgs } from 'node:util';

/** What a run of the evaluation is to do beyond printing the figures. */
export interface EvaluationOptions {
  readonly misses: boolean;
  readonly calibrate: boolean;
  readonly unseen: boolean;
  readonly record: boolean;
  readonly json: boolean;
}

/** Options understood, or what to say instead and with which exit code. */
export type OptionsReading = EvaluationOptions | { readonly exitCode: 0 | 2; readonly text: string };

const USAGE = `usage: npm run -s eval -- [--misses] [--calibrate] [--unseen] [--record] [--json]
  --misses     the questions that were not answered right, too
  --calibrate  what other thresholds of silence would lose and let through, too
  --unseen     the questions that were set aside as well: their figures, never their misses
  --record     write the figures into docs/answer-quality.md, too
  --json       one JSON object instead of tables
`;
const FLAG = { type: 'boolean', default: false } as const;
const OPTIONS = { misses: FLAG, calibrate: FLAG, unseen: FLAG, record: FLAG, json: FLAG, help: FLAG };

/** Reads the options strictly: whatever is not known is named. */
export function readOptions(args: readonly string[]): OptionsReading {
  try {
    const { help, ...options } = parseArgs({ args: [...args], options: OPTIONS }).values;
    return help ? { exitCode: 0, text: USAGE } : options;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { exitCode: 2, text: `${error.message}\n\n${USAGE}` };
  }
}
