import type { Attributes, Drawn } from './drawn.ts';

export interface HtmlOptions {
  /** `still`: a picture, in which a button is only its looks; `live`: a page, whose links open beside it. */
  readonly use: 'still' | 'live';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const withoutEnd: ReadonlySet<string> = new Set(['hr', 'input']);
const safeAddress = /^(?:https?:\/\/|mailto:|\/(?!\/)|[?#])/i;

/** Text, for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A drawing as HTML: every word and every attribute escaped, and no address that would run something. */
export function renderHtml(drawn: Drawn | readonly Drawn[], options: HtmlOptions): string {
  if (typeof drawn === 'string') return escapeHtml(drawn);
  if (isList(drawn)) return drawn.map((part) => renderHtml(part, options)).join('');
  const { tag, attributes, children } = drawn;
  const content = renderHtml(children, options);
  if (tag === 'button' && options.use === 'still') return `<span class="button">${content}</span>`;
  const start = `<${tag}${renderAttributes(attributes)}${tag === 'a' && options.use === 'live' ? openElsewhere(attributes) : ''}>`;
  return withoutEnd.has(tag) ? start : `${start}${content}</${tag}>`;
}

function renderAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (value === undefined || (name === 'href' && !safeAddress.test(String(value)))) return '';
      return value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
    })
    .join('');
}

function openElsewhere({ href }: Attributes): string {
  return /^(?:https?|mailto):/i.test(String(href)) ? ' target="_blank" rel="noopener noreferrer"' : '';
}

function isList(drawn: Drawn | readonly Drawn[]): drawn is readonly Drawn[] {
  return Array.isArray(drawn);
}
