/** One tag of ours, or text between two. */
export type MarkupPart =
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly tag: string }
  | { readonly kind: 'text'; readonly text: string };

const ATTRIBUTE = /\s([a-z-]+)(?:="([^"<>]*)")?/gy;
const ENTITY = /&(amp|lt|gt|quot|#39);/g;
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Reads markup as strictly as it is written here; whatever a browser could read otherwise is an error. */
export function readMarkup(markup: string): MarkupPart[] {
  const parts: MarkupPart[] = [];
  for (const piece of markup.split(/(<[^<>]*>)/)) {
    if (piece === '') continue;
    if (!piece.startsWith('<')) {
      if (/[<>"']/.test(piece)) throw new Error(`text that is not escaped: ${piece}`);
      parts.push({ kind: 'text', text: decode(piece) });
      continue;
    }
    const [, closing] = /^<\/([a-z][a-z0-9]*)>$/.exec(piece) ?? [];
    if (closing !== undefined) parts.push({ kind: 'close', tag: closing });
    else if (piece === '<!doctype html>') continue;
    else parts.push(readOpening(piece));
  }
  return parts;
}

function readOpening(piece: string): MarkupPart {
  const [, tag = '', rest = ''] = /^<([a-z][a-z0-9]*)(.*)>$/s.exec(piece) ?? [];
  if (tag === '') throw new Error(`no tag of ours: ${piece}`);
  const attributes: Record<string, string> = {};
  let end = 0;
  for (const [whole, name = '', value = ''] of rest.matchAll(ATTRIBUTE)) {
    attributes[name] = decode(value);
    end += whole.length;
  }
  if (end !== rest.length) throw new Error(`an attribute that is not quoted: ${piece}`);
  return { kind: 'open', tag, attributes };
}

function decode(text: string): string {
  const left = text.replace(ENTITY, '');
  if (left.includes('&')) throw new Error(`an entity that is none of ours: ${text}`);
  return text.replace(ENTITY, (_, name: string) => signs[name] ?? '');
}
