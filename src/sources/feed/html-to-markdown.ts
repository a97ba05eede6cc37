import TurndownService from 'turndown';
import { renderDataTable } from './data-table.ts';

/** What is asked of a link's element. */
interface LinkNode {
  readonly getAttribute: (name: string) => string | null;
}

/** Stands around a block's number until the end: a sign that means nothing by itself, and is taken out of every text. */
const MARK = '\ue000';
const PLACE = /\ue000(\d+)\ue000/g;

/** Shown by nobody, no text, or struck out: no longer said. */
const dropped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'canvas',
  'map',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'dialog',
  'img',
  'svg',
  'math',
  'noembed',
  'noframes',
  'xmp',
  'plaintext',
  'listing',
  's',
  'strike',
  'del',
]);

/**
 * Turns HTML of a feed into Markdown that means the same and no more: no tag of it is left as one, no address but of the web
 * or of mail, and no sign of a text becomes Markdown's. `base` is what relative addresses start from.
 *
 * @throws RangeError for HTML that is nested too deeply.
 */
export function convertHtml(html: string, base: string): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '* * *',
  });
  service.escape = escapeText;
  drop(service);
  service.addRule('link', {
    filter: 'a',
    replacement: (content: string, node: LinkNode) => renderLink(content, node.getAttribute('href'), base),
  });
  // What the library has made of its text is not escaped.
  service.addRule('code', { filter: 'code', replacement: (_, node) => escapeText(node.textContent ?? '') });
  const blocks: string[] = [];
  service.addRule('code block', {
    filter: 'pre',
    replacement: (_, node) => `\n\n${MARK}${blocks.push(renderCode(node.textContent ?? '')) - 1}${MARK}\n\n`,
  });
  service.addRule('data table', {
    filter: (node) => renderDataTable(node) !== undefined,
    replacement: (_, node) => renderDataTable(node) ?? '',
  });
  const markdown = service.turndown(stripControls(html));
  // Put in at the end: the library takes the lines around a block away where it stands in what should hold words only.
  const whole = markdown.replaceAll(PLACE, (_, at) => `\n\n${blocks[Number(at)] ?? ''}\n\n`);
  return whole.replaceAll(/\n{3,}/g, '\n\n').trim();
}

/** The text of HTML on one line, without its tags. */
export function readHtmlText(html: string): string {
  if (!/<[a-z/!]|&[a-z#]/i.test(html)) return html;
  const service = new TurndownService();
  service.escape = (text) => text;
  service.addRule('anything', { filter: () => true, replacement: (content) => content });
  drop(service);
  return service.turndown(stripControls(html));
}

/** Markdown that shows a plain text, paragraph by paragraph. */
export function convertText(text: string, base: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const paragraphs = escaped.split(/\n[ \t]*\n/);
  return convertHtml(paragraphs.map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`).join(''), base);
}

// As a rule of its own: the library asks what it is told to remove last, after its own rules.
function drop(service: TurndownService): void {
  service.addRule('dropped', {
    filter: (node) => dropped.has(node.nodeName.toLowerCase()),
    replacement: () => '',
  });
}

function renderLink(content: string, href: string | null, base: string): string {
  const text = content.trim();
  const url = href === null || href.trim() === '' ? null : URL.parse(href.trim(), base);
  if (text === '' || url === null || !/^(?:https?|mailto):$/.test(url.protocol)) return content;
  const address = url.href.replaceAll(/[<>()[\]\\`\s]/g, encodeSign).replaceAll(/&(?=[a-z#])/gi, '&amp;');
  const space = (hasOne: boolean) => (hasOne ? ' ' : '');
  // A link around headings or paragraphs can be none in Markdown: it follows them.
  if (text.includes('\n')) return `\n\n${text}\n\n[${url.hostname || 'mail'}](${address})\n\n`;
  return `${space(/^\s/.test(content))}[${text}](${address})${space(/\s$/.test(content))}`;
}

/** A sign that would end the address where it stands in Markdown. */
function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

// Where a mark is one only by what comes before or after it, in another element perhaps, it is escaped, too.
function escapeText(text: string): string {
  return stripControls(text)
    .replaceAll(/[\\`*_[\]<~|]|&(?=[a-z#])|!(?=\[|$)/gi, '\\$&')
    .replace(/^\s*(?=[#>+=-])/, '$&\\')
    .replace(/^(\s*\d+)(?=[.)])/, '$1\\');
}

/** Its fence is longer than any row of such signs in it, and names no language, which could end the fence. */
function renderCode(text: string): string {
  const code = text.trimEnd().replace(/^\n+/, '');
  const longest = (code.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return code === '' ? '' : `${fence}\n${code}\n${fence}`;
}

function stripControls(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]|[\u2028\u2029\ue000]/gu, ' ');
}
