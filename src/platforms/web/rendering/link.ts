import { cleanLine } from '#conversation/wording/clean-line.ts';
import { findSafeUrl } from '#conversation/wording/safe-url.ts';
import { looksLikeAddress, showsOtherHost } from '#conversation/wording/shown-hosts.ts';
import { type Html, html } from './html.ts';

/** An address of the web that a browser may be sent to, or undefined: http and https only, without a name and password. */
export function findWebUrl(url: string): URL | undefined {
  const parsed = URL.parse(findSafeUrl(url) ?? '');
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) return undefined;
  if (parsed.username !== '' || parsed.password !== '') return undefined;
  return parsed;
}

/**
 * A link out of the page. Words that show another host than the one they lead to stand beside the address, not on it; an
 * address that is none of the web's is shown, and leads nowhere.
 */
export function renderLink(url: string, words: string): Html {
  const target = findWebUrl(url);
  const label = cleanLine(words);
  if (target === undefined) return label === '' ? html`${url}` : html`${label}`;
  const link = (text: string) => html`<a href="${target.href}" rel="noopener noreferrer nofollow">${text}</a>`;
  if (label === '' || label === url || looksLikeAddress(label)) return link(target.href);
  return showsOtherHost(label, target.hostname) ? html`${label}: ${link(target.href)}` : link(label);
}
