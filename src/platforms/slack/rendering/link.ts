import type { RichTextElement } from '@slack/types';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { findSafeUrl } from '#conversation/wording/safe-url.ts';
import { showsOtherHost } from '#conversation/wording/shown-hosts.ts';

/** Longer addresses are cut off by some clients, and break there. */
const MAX_URL_CHARACTERS = 2_000;

/** An address that people may be sent to, without a character that means something to Slack. */
export function findSlackUrl(url: string): string | undefined {
  const href = findSafeUrl(url);
  return href === undefined || /[<>|]/.test(href) || href.length > MAX_URL_CHARACTERS ? undefined : href;
}

const LOOKS_LIKE_ADDRESS = /:\/\/|\bwww\.|@/i;

/**
 * A link as elements of a rich text, whose words Slack takes as they are. Words that look like an address could dress this
 * link as another one: then the address itself is shown. Text alone for an address that nobody should be sent to.
 */
export function linkOnSlack(url: string, words: string): RichTextElement[] {
  const clean = cleanLine(words);
  const safeUrl = findSlackUrl(url);
  if (safeUrl === undefined) return clean === '' ? [] : [{ type: 'text', text: clean }];
  if (clean === '' || clean === safeUrl) return [{ type: 'link', url: safeUrl }];
  if (!couldMislead(clean, new URL(safeUrl).hostname)) return [{ type: 'link', url: safeUrl, text: clean }];
  return [
    { type: 'text', text: `${clean}: ` },
    { type: 'link', url: safeUrl },
  ];
}

/** Whether words show an address, or a host other than the one they lead to. */
function couldMislead(words: string, host: string): boolean {
  return LOOKS_LIKE_ADDRESS.test(words.normalize('NFKC')) || showsOtherHost(words, host);
}
