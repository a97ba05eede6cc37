import { cleanLine } from '#conversation/wording/clean-line.ts';

/** Markup that was made here; whatever else is put into a template is text, and is escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What a template takes. Nothing is shown for `undefined` and `false`. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

/** Markup from a template. Values are text, between tags or within a quoted attribute, unless they are `Html` themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = parts[0] ?? '';
  for (const [at, value] of values.entries()) markup += toMarkup(value) + (parts[at + 1] ?? '');
  return new Html(markup);
}

function toMarkup(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === false) return '';
  return value.map(toMarkup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const SPECIAL = /[&<>"']/g;
/** Nothing that cleaning would change: most of what is shown. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * Text as HTML that shows it and does nothing else: no markup, no control characters, no marks that turn the reading
 * direction of what stands behind it.
 */
export function escapeHtml(text: string): string {
  const clean = PLAIN.test(text) ? text : keepEnds(text, cleanLine(text));
  return clean.replace(SPECIAL, (sign) => entities[sign] ?? sign);
}

/** A blank at an end parts it from what a template has beside it. */
function keepEnds(text: string, clean: string): string {
  if (clean === '') return /^\s/.test(text) ? ' ' : '';
  return `${/^\s/.test(text) ? ' ' : ''}${clean}${/\s$/.test(text) ? ' ' : ''}`;
}
