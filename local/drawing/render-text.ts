import { cleanLine } from '#conversation/wording/clean-line.ts';
import type { Drawn, DrawnElement } from './drawn.ts';

/** Something to press in a drawing, as what its form would send. */
export interface TextControl {
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What has to be typed in first, by the fields' names. */
  readonly inputs: readonly { readonly name: string; readonly label: string }[];
}

export interface TextOptions {
  /** Told of each control in reading order; returns the number that stands before its label. */
  readonly number: (control: TextControl) => number;
}

interface Form {
  readonly fields: Record<string, string>;
  readonly inputs: { name: string; label: string }[];
}

const blocks: ReadonlySet<string> = new Set(
  [
    'article',
    'blockquote',
    'details',
    'div',
    'form',
    'h2',
    'h3',
    'h4',
    'h5',
    'hr',
    'label',
    'li',
    'ol',
    'p',
    'pre',
  ].concat(['section', 'table', 'tr', 'ul']),
);
/** What a page needs and a terminal has otherwise, or not at all. */
const leftOut = /\b(?:picture|client)\b/;

/** A drawing as lines for a terminal, without anything that could drive it; what can be pressed has its number in brackets. */
export function renderText(drawn: readonly Drawn[], { number }: TextOptions): string {
  const lines: string[] = [''];
  const addWords = (words: string) => {
    words.split('\n').forEach((line, at) => {
      if (at > 0) lines.push('');
      lines[lines.length - 1] += cleanWords(line);
    });
  };
  /** Words of ours: nothing in them is folded. */
  const addMark = (mark: string) => {
    lines[lines.length - 1] += mark;
  };
  const endLine = () => {
    if (lines.at(-1) !== '') lines.push('');
  };

  const walk = (part: Drawn, form: Form): void => {
    // Those stand in the HTML for whoever reads it.
    if (part === '\n') return;
    if (typeof part === 'string') {
      addWords(part);
      return;
    }
    const { tag, attributes, children } = part;
    if (leftOut.test(String(attributes.class ?? ''))) return;
    if (blocks.has(tag)) endLine();
    if (attributes.class === 'time') addMark('  ');
    const from = lines.length - 1;
    if (tag === 'form') {
      const own: Form = { fields: {}, inputs: [] };
      for (const input of findInputs(part)) keepInput(own, input);
      for (const child of children) walk(child, own);
    } else if (tag === 'select') offerOptions(part, form);
    else if (tag === 'button') offer(part, form);
    else if (tag === 'input' || tag === 'textarea') {
      const { type, placeholder } = attributes;
      if (type !== 'hidden') addWords(` ____${placeholder ? ` (${String(placeholder)})` : ''}`);
    } else for (const child of children) walk(child, form);
    if (tag === 'a' && textOf(part) !== attributes.href) addWords(` (${String(attributes.href)})`);
    if (tag === 'td') addMark(' | ');
    if (tag === 'hr') addMark('─'.repeat(20));
    const mark = { li: '• ', blockquote: '│ ' }[tag];
    if (mark !== undefined) for (let at = from; at < lines.length; at++) if (lines[at]) lines[at] = mark + lines[at];
    if (blocks.has(tag)) endLine();
  };

  const offer = (button: DrawnElement, { fields, inputs }: Form) => {
    const { name, value, disabled } = button.attributes;
    const label = cleanWords(textOf(button)).trim();
    // A menu's options are offered one by one.
    if (String(value).startsWith('choose:')) return;
    if (disabled === true) {
      addMark(`(${label})  `);
      return;
    }
    const pressed = { ...fields, ...(name === undefined ? {} : { [String(name)]: String(value ?? '') }) };
    addMark(`[${number({ label, fields: pressed, inputs })}] ${label}   `);
  };

  const offerOptions = (select: DrawnElement, { fields, inputs }: Form) => {
    addWords(`${String(select.attributes['aria-label'] ?? '')}: `);
    const own = String(select.attributes.name);
    for (const option of select.children) {
      if (typeof option === 'string') continue;
      const chosen = {
        ...fields,
        [own]: String(option.attributes.value),
        do: `choose:${JSON.stringify([fieldOf(own)])}`,
      };
      const label = cleanWords(textOf(option)).trim();
      endLine();
      addMark(`[${number({ label, fields: chosen, inputs })}] ${label}`);
    }
    endLine();
  };

  for (const part of drawn) walk(part, { fields: {}, inputs: [] });
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** All words of an element. */
export function textOf(part: Drawn): string {
  return typeof part === 'string' ? part : part.children.map(textOf).join('');
}

const fieldOf = (name: string) => name.replace(/^field:/, '');

function findInputs(part: Drawn, label = ''): { element: DrawnElement; label: string }[] {
  if (typeof part === 'string') return [];
  const own = part.tag === 'label' ? textOf(part.children[0] ?? '') : label;
  if (part.tag === 'input' || part.tag === 'textarea') return [{ element: part, label: own }];
  return part.children.flatMap((child) => findInputs(child, own));
}

function keepInput({ fields, inputs }: Form, { element, label }: { element: DrawnElement; label: string }): void {
  const { name, value, type, placeholder } = element.attributes;
  if (name === undefined) return;
  fields[String(name)] = String(value ?? textOf(element));
  if (type !== 'hidden')
    inputs.push({ name: String(name), label: label || String(placeholder ?? fieldOf(String(name))) });
}

/** Blanks at the ends belong to the words around. */
function cleanWords(words: string): string {
  const clean = cleanLine(words);
  return `${/^\s/.test(words) ? ' ' : ''}${clean}${clean !== '' && /\s$/.test(words) ? ' ' : ''}`;
}
