/** A picture: a conversation of two messages on one platform. */
export interface Picture {
  readonly name: 'slack' | 'discord';
  /** A whole HTML page, without anything from outside. */
  readonly html: string;
}

/** Text, for HTML. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** The page around a conversation; its height stands in `data-height` once it is laid out. */
export function composePage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
* { box-sizing: border-box; margin: 0; }
body { width: 640px; padding: 20px 24px; font-size: 15px; line-height: 1.47; }
a { text-decoration: none; }
.message { display: flex; gap: 12px; }
.message + .message { margin-top: 18px; }
.message > div:not(.picture) { flex: 1; min-width: 0; }
.picture { flex: none; width: 40px; height: 40px; font-weight: 700; display: grid; place-items: center; color: #fff; }
ul { padding-left: 26px; }
.buttons { display: flex; gap: 8px; margin-top: 10px; }
${style}
</style>
<body>
${body}
<script>document.documentElement.dataset.height = String(Math.ceil(document.body.getBoundingClientRect().height));</script>
</body>
</html>
`;
}
