import { explainUnknownName, isSettingName } from './setting-names.ts';

/** Sentences with place and remedy. */
export interface EnvFaults {
  /** About what cannot be meant as it stands: nothing is started with it. */
  readonly problems: readonly string[];
  /** About what looks like a slip, and may be none. */
  readonly hints: readonly string[];
}

interface Setting {
  readonly line: number;
  readonly isEmpty: boolean;
}

const QUOTES = /^["'`]/;

/** What a person may have meant otherwise than `dotenv` reads it, line by line; no sentence has a value in it. */
export function findEnvFaults(text: string): EnvFaults {
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
    if (/^#\S/.test(value)) {
      hints.push(`${place}: ${name} is empty, for what begins with # is a remark. Put the whole value into quotes.`);
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
