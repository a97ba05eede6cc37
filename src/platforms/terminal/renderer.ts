import type { Block, BlockKind, Reply, Source, VerdictWord } from '#conversation/reply.ts';
import { namesDay } from '#conversation/wording/names-day.ts';
import { looksLikeAddress, showsOtherHost } from '#conversation/wording/shown-hosts.ts';
import { cleanTexts } from './clean-text.ts';
import { renderTable } from './table.ts';
import { linkWords, paint, type TerminalView, wrapLines } from './view.ts';

type BlockRenderer<Kind extends BlockKind> = (block: Extract<Block, { kind: Kind }>, view: TerminalView) => string[];

/** A reply as lines for a terminal, ending in a line break; blocks are apart by a blank line. */
export function renderForTerminal(reply: Reply, view: TerminalView): string {
  const parts = cleanTexts(reply.blocks).map((block) => ({ block, lines: renderBlock(block, view) }));
  let text = '';
  for (const [index, { block, lines }] of parts.entries()) {
    if (lines.length === 0) continue;
    const previous = parts[index - 1]?.block.kind;
    // A source belongs to the quote above it.
    const isAttached = block.kind === 'source' && previous === 'quote';
    text += (text === '' || isAttached ? '' : '\n') + lines.map((line) => `${line}\n`).join('');
  }
  return text;
}

const verdictSigns = {
  yes: { sign: '✔', style: 'green' },
  no: { sign: '✘', style: 'red' },
  partly: { sign: '◐', style: 'yellow' },
  planned: { sign: '◇', style: 'cyan' },
  'in-progress': { sign: '◌', style: 'cyan' },
  unknown: { sign: '?', style: 'gray' },
} as const satisfies Record<VerdictWord, { sign: string; style: string }>;

const renderers = {
  lead: ({ text, verdict }, view) => {
    if (verdict === undefined) return wrapLines(paint('bold', text, view), view);
    const { sign, style } = verdictSigns[verdict];
    return wrapLines(paint('bold', text, view), view, `${paint([style, 'bold'], sign, view)} `);
  },
  text: ({ text }, view) => wrapLines(text, view),
  quote: ({ text, isRestated }, view) => {
    const note = isRestated ? [paint('dim', 'In our own words, after the issue:', view)] : [];
    const words = isRestated ? text : `“${text}”`;
    const bar = paint('dim', '│', view);
    const inner = { ...view, width: view.width - 2 };
    return [
      ...note.flatMap((line) => wrapLines(line, view)),
      ...wrapLines(words, inner).map((line) => `${bar} ${line}`),
    ];
  },
  source: ({ source }, view) => renderSource(source, view),
  links: ({ links }, view) => links.flatMap((link) => renderLink(link, view)),
  list: ({ title, items }, view) => [
    ...renderTitle(title, view),
    ...items.flatMap((item) => wrapLines(item, view, '• ')),
  ],
  table: ({ title, columns, rows }, view) => [...renderTitle(title, view), ...renderTable(columns, rows, view)],
  suggestions: ({ title, questions }, view) => [
    ...renderTitle(title === '' ? '' : `${title}:`, view),
    ...questions.flatMap((question) => wrapLines(paint('cyan', question, view), view, '› ')),
  ],
} satisfies { [Kind in BlockKind]: BlockRenderer<Kind> };

function renderBlock(block: Block, view: TerminalView): string[] {
  return (renderers[block.kind] as BlockRenderer<BlockKind>)(block, view);
}

function renderTitle(title: string, view: TerminalView): string[] {
  return title === '' ? [] : wrapLines(paint('underline', title, view), view);
}

function renderSource(source: Source, view: TerminalView): string[] {
  const { heading, issueTitle: title } = source;
  const place = heading === '' || heading === title ? '' : `“${heading}”, `;
  const issue = title.includes(source.issueId) ? title : `${title} (${source.issueId})`;
  const linked = source.issueLink === undefined ? issue : linkWords(issue, source.issueLink, view);
  const day = namesDay(source) ? '' : `, ${source.day}${source.isDateDerived ? ' (the Friday of its week)' : ''}`;
  const lines = wrapLines(paint('dim', `${place}${linked}${day}`, view), view, '— ');
  const needsAddress = source.issueLink !== undefined && linked === issue;
  return needsAddress ? [...lines, ...wrapLines(source.issueLink, view, '  ')] : lines;
}

function renderLink({ url, words }: { url: string; words: string }, view: TerminalView): string[] {
  // Words that look like an address could dress this one as another.
  const label = words === '' || looksLikeAddress(words) ? url : words;
  const linked = showsOtherHost(label, URL.parse(url)?.hostname ?? '') ? label : linkWords(label, url, view);
  if (linked !== label || label === url) return wrapLines(paint('blue', linked, view), view, '→ ');
  return wrapLines(`${label}: ${paint('blue', url, view)}`, view, '→ ');
}
