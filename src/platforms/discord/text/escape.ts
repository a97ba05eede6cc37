import { cleanLine } from '#conversation/wording/clean-line.ts';
import { breakAddress, breakMentions } from './break-mentions.ts';
import { bareDiscordLink, findBareUrls, findDiscordUrl } from './url.ts';

/**
 * Text that we did not write as Discord's markdown for exactly that text, on one line: nobody is pinged, nothing is
 * formatted, hidden or linked under another name, and an address is linked as itself without a preview.
 */
export function escapeDiscord(text: string): string {
  const clean = cleanLine(text);
  let escaped = '';
  let at = 0;
  for (const { start, end, url } of findBareUrls(clean)) {
    const linked = findDiscordUrl(url);
    escaped += escapeMarks(clean.slice(at, start));
    escaped += linked === undefined ? escapeMarks(breakAddress(url)) : bareDiscordLink(linked);
    at = end;
  }
  return escapeLineStart(escaped + escapeMarks(clean.slice(at)));
}

function escapeMarks(text: string): string {
  return breakMentions(text)
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replace(/:(?=[\w+-]+:)/g, '\\:');
}

/** Headings, small print, lists and quotes are marks at the start of a line only. */
function escapeLineStart(line: string): string {
  return line.replace(/^(?:#{1,3}|-#|[-+]|>{1,3})(?=\s|$)/, '\\$&').replace(/^(\d+)\.(?=\s|$)/, '$1\\.');
}
