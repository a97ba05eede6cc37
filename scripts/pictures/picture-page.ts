import { type DrawnElement, drawLines } from '../../local/drawing/drawn.ts';
import { messageStyle } from '../../local/drawing/message-style.ts';
import { escapeHtml, renderHtml } from '../../local/drawing/render-html.ts';

/** A picture: a conversation of two messages on one platform, or a page of the web. */
export interface Picture {
  readonly name: 'slack' | 'discord' | 'slack-news' | 'discord-news' | 'web-answer' | 'web-table';
  /** A whole HTML page, without anything from outside. */
  readonly html: string;
}

/** Writes down how high a page is, once it is laid out. */
export const measuring =
  '<script>document.documentElement.dataset.height = String(Math.ceil(document.body.getBoundingClientRect().height));</script>';

/** The page around a conversation; its height stands in `data-height` once it is laid out. */
export function composePage(title: string, style: string, messages: readonly DrawnElement[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
* { box-sizing: border-box; margin: 0; }
body { width: 640px; padding: 20px 24px; font-size: 15px; line-height: 1.47; }
a { text-decoration: none; }
${messageStyle}${style}
</style>
<body>
${renderHtml(drawLines(messages), { use: 'still' })}
${measuring}
</body>
</html>
`;
}
