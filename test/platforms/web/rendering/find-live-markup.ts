import { readMarkup } from './read-markup.ts';

const tags = new Set(
  'a article blockquote body button caption details div figcaption figure footer form h1 h2 h3 head header html input label li link main meta nav option p section select span summary table tbody td th thead title tr ul'.split(
    ' ',
  ),
);
const attributes = new Set(
  'action aria-current aria-hidden aria-label autocomplete autofocus charset class content enterkeyhint for href id lang maxlength method name  rel role scope selected spellcheck tabindex type value'.split(
    ' ',
  ),
);
const alone = new Set(['input', 'link', 'meta']);

/** What in a page could run, load or lead elsewhere than to this page and the web; and tags that are not closed. */
export function findLiveMarkup(markup: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const part of readMarkup(markup)) {
    if (part.kind === 'text') {
      if (/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u.test(part.text))
        problems.push(`hidden signs in ${JSON.stringify(part.text)}`);
      continue;
    }
    if (!tags.has(part.tag)) problems.push(`tag ${part.tag}`);
    if (part.kind === 'close') {
      if (open.pop() !== part.tag) problems.push(`</${part.tag}> closes another`);
      continue;
    }
    if (!alone.has(part.tag)) open.push(part.tag);
    for (const [name, value] of Object.entries(part.attributes)) {
      if (name === 'http-equiv' && value === 'Content-Security-Policy') continue;
      if (!attributes.has(name)) problems.push(`attribute ${name}`);
      if (['href', 'action'].includes(name) && !isHarmlessAddress(value)) problems.push(`${name} ${value}`);
    }
  }
  if (open.length > 0) problems.push(`not closed: ${open.join(' ')}`);
  return problems;
}

/** Of the web, without a name before the host; or below this page. */
function isHarmlessAddress(address: string): boolean {
  if (address === 'data:,' || address === '#main') return true;
  if (/^(?:\.\.?\/|#)/.test(address)) return !address.includes('//');
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}
