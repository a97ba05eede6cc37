/** A string of a source file, with the code before it, which tells what it is for. */
export interface SourceString {
  readonly text: string;
  readonly line: number;
  readonly isImported: boolean;
}

export interface Source {
  /** The text with comments and the contents of strings and regular expressions blanked; lines stay where they are. */
  readonly code: string;
  readonly strings: readonly SourceString[];
}

const importPosition = /(?:\bfrom|\bimport|\b(?:import|require|import\.meta\.resolve)\s*\()\s*$/;
/** A slash after one of these begins a regular expression; after anything else it divides. */
const beforeRegularExpression =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|yield|await|throw))\s*$/;
const token =
  /\/\/.*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|[`{}]|\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;
const templatePart = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{|$)/y;

/** Splits a TypeScript file into its code and its strings. Knows just enough of the language to tell one from the other. */
export function readSource(text: string): Source {
  const strings: SourceString[] = [];
  /** One entry for each open brace; true for the `${` of a template. */
  const braces: boolean[] = [];
  let code = '';
  let at = 0;

  const copyCode = (end: number) => {
    code += text.slice(at, end);
    at = end;
  };
  const blank = (end: number) => {
    code += text.slice(at, end).replaceAll(/[^\n]/g, ' ');
    at = end;
  };
  const takeString = (start: number, end: number) => {
    strings.push({
      text: text.slice(start, end),
      line: text.slice(0, start).split('\n').length,
      isImported: importPosition.test(code),
    });
  };
  const takeTemplatePart = () => {
    templatePart.lastIndex = at;
    const end = templatePart.exec(text)?.[1] ?? '';
    const stop = templatePart.lastIndex;
    takeString(at, stop - end.length);
    blank(stop);
    if (end === '${') braces.push(true);
  };

  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) break;
    const [word] = found;
    copyCode(found.index);
    if (word.startsWith('//') || word.startsWith('/*')) blank(token.lastIndex);
    else if (word === '`') {
      blank(at + 1);
      takeTemplatePart();
    } else if (word === '{') {
      braces.push(false);
      copyCode(at + 1);
    } else if (word === '}') {
      copyCode(at + 1);
      if (braces.pop()) takeTemplatePart();
    } else if (word.startsWith('/')) {
      if (beforeRegularExpression.test(code)) blank(token.lastIndex);
      else copyCode(at + 1);
    } else {
      const end = token.lastIndex;
      takeString(at + 1, end - 1);
      blank(end);
    }
  }
  copyCode(text.length);
  return { code, strings };
}
