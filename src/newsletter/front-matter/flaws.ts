import type { LineFlaw } from '#newsletter/content-warning.ts';
import type { KeyFormat } from './read-keys.ts';
import { type Ruler, readRuler } from './ruler.ts';

/** The keys are not in their language. */
export function flawOfKeys(language: string, fault: string, line: number): LineFlaw {
  return {
    line,
    message: `front matter: not valid ${language} (${fault})`,
    remedy: 'put values that hold a colon, a hash or quotes between double quotes; it was read line by line',
  };
}

/** The keys are in a language that belongs between other rulers. */
export function flawOfFormat(first: number, { text }: Ruler, found: KeyFormat): LineFlaw {
  return {
    line: first + 1,
    message: `front matter: found ${found.toUpperCase()} below ${text}`,
    remedy: found === 'toml' ? 'write +++ above and below the keys' : 'write --- above and below the keys, as YAML',
  };
}

/** What is wrong with the rulers; `closer` is below 0 where there is none. */
export function flawsOfRulers(lines: readonly string[], opener: Ruler, first: number, closer: number): LineFlaw[] {
  if (closer < 0) {
    return [
      {
        line: first + 1,
        message: 'front matter: opened here and never closed',
        remedy: 'put a line of three hyphens below the last key',
      },
    ];
  }
  for (const at of [first, closer]) {
    const ruler = readRuler(lines[at] ?? '');
    const isNamed = at === first && /^(?:---|;;;)[ \t]*(?:ya?ml|toml|json)$/i.test(ruler?.text ?? '');
    const isClosed = at === closer && ruler?.text === '...';
    if (ruler === undefined || (ruler.isExact && ruler.kind !== 'other') || isNamed || isClosed) continue;
    const expected = opener.kind === 'pluses' ? '+++' : '---';
    const isLong = ruler.text.length > 10;
    return [
      {
        line: at + 1,
        message: `front matter: expected ${expected}, found ${isLong ? 'a longer line of hyphens' : ruler.text === expected ? `it behind other characters` : ruler.text}`,
        remedy: 'write exactly three hyphens above and below the keys',
      },
    ];
  }
  return [];
}
