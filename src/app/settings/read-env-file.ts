import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEnvFile } from './decode-env-file.ts';
import { explainUnknownName, isSettingName } from './setting-names.ts';

/** What `.env` says. */
export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  /** Sentences with place and remedy about what cannot be meant as it stands: nothing is started with it. */
  readonly problems: readonly string[];
  /** The same about what looks like a slip, and may be none. */
  readonly hints: readonly string[];
}

const nothing: EnvFile = { values: {}, problems: [], hints: [] };

/** Reads `.env` in the folder, where there is one. No sentence has a value in it. */
export async function readEnvFile(folder: string): Promise<EnvFile> {
  const path = join(folder, '.env');
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { ...nothing, hints: findMisnamed(folder) };
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { ...nothing, problems: [explainUnreadable(error as NodeJS.ErrnoException)] };
  }
  const { text, hint } = decodeEnvFile(bytes);
  const { parse } = await import('dotenv');
  const faults = findEnvFaults(text);
  return { values: parse(text), ...faults, hints: [...(hint ? [hint] : []), ...faults.hints] };
}

/** Windows hides endings: what shows as ".env" may be ".env.txt". */
function findMisnamed(folder: string): string[] {
  const name = ['.env.txt', 'env.txt', '.env.local', 'env'].find((candidate) => existsSync(join(folder, candidate)));
  return name === undefined ? [] : [`${name}: it is not read. Give it the name .env, if it holds the bot's settings.`];
}

function explainUnreadable({ code }: NodeJS.ErrnoException): string {
  if (code === 'EISDIR') return '.env: it is a folder. Put a file in its place; .env.example shows what stands in it.';
  if (code === 'EACCES' || code === 'EPERM') {
    return '.env: the user that runs the bot may not read it. Make it readable for that user (chown, or chmod u+r).';
  }
  if (code === 'ENOENT' || code === 'ELOOP')
    return '.env: it is a link that leads to no file. Correct the link, or remove it.';
  return `.env: it could not be read (${code}). Look whether the file is whole.`;
}

interface Setting {
  readonly line: number;
  readonly isEmpty: boolean;
}

const QUOTES = /^["'`]/;

/** What a person may have meant otherwise than `dotenv` reads it, line by line. */
function findEnvFaults(text: string): Pick<EnvFile, 'problems' | 'hints'> {
  const problems: string[] = [];
  const hints: string[] = [];
  const before = new Map<string, Setting>();
  const lines = text.split(/\r\n?|\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const place = `.env, line ${at + 1}`;
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value = ''] = /^\s*(?:export\s+)?([\w.-]+)(?:\s*=|:(?=\s))\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) {
      hints.push(`${place}: it is not understood. Write NAME=value there, with nothing in front, or # for a remark.`);
      continue;
    }
    const unknown = explainUnknownName(name);
    if (unknown !== undefined) hints.push(`${place}: ${unknown}`);
    const quote = QUOTES.exec(value)?.[0];
    if (quote !== undefined && !value.includes(quote, 1)) {
      const end = lines.findIndex((later, index) => index > at && later.includes(quote));
      const where = isSettingName(name) || end < 0 ? problems : hints;
      where.push(
        `${place}: the quote (${quote}) before the value of ${name} is not closed in its line. Close it, or leave it out.`,
      );
      if (end > at) at = end;
      continue;
    }
    if (!isSettingName(name)) continue;
    if (quote === undefined && /[^\s#]#/.test(value)) {
      problems.push(
        `${place}: what follows # in the value of ${name} is read as a remark. Put the whole value into quotes.`,
      );
    }
    if (value.includes('\uFFFD')) problems.push(`${place}: the value of ${name} is not UTF-8. Save the file as UTF-8.`);
    tellOfTwo(name, { line: at + 1, isEmpty: value.replace(/#.*/, '').trim() === '' });
  }
  return { problems, hints };

  function tellOfTwo(name: string, now: Setting): void {
    const earlier = before.get(name);
    before.set(name, now);
    if (earlier === undefined || earlier.isEmpty) return;
    const text = `.env: ${name} stands in lines ${earlier.line} and ${now.line}, and the last one counts. Keep one of them.`;
    (now.isEmpty ? problems : hints).push(text);
  }
}
