/** What pressing a button below a reply does; each carries the line it is about, so that nothing need be remembered. */
export type ReplyAction =
  /** Asks the line, as if it had been typed. */
  | { readonly kind: 'ask'; readonly line: string }
  /** Shows another page of a long reply; the first is page 0. */
  | { readonly kind: 'page'; readonly line: string; readonly page: number }
  | {
      readonly kind: 'rate';
      readonly line: string;
      readonly isHelpful: boolean;
      /** The issue that the rated reply rests on first; undefined where it rests on none. */
      readonly issueId: string | undefined;
    }
  /** Shows everybody in the channel a reply that only its asker saw. */
  | { readonly kind: 'share'; readonly line: string };

/** As short text for a button's value: the kind's letter, the page or the issue where there is one, a colon, the line. */
export function encodeReplyAction(action: ReplyAction): string {
  switch (action.kind) {
    case 'ask':
      return `a:${action.line}`;
    case 'page':
      return `p${action.page}:${action.line}`;
    case 'rate': {
      const issueId = ISSUE_ID_PATTERN.test(action.issueId ?? '') ? action.issueId : '';
      return `${action.isHelpful ? 'u' : 'd'}${issueId}:${action.line}`;
    }
    case 'share':
      return `s:${action.line}`;
  }
}

const ISSUE_ID_PATTERN = /^[\w-]{1,20}$/;
const ENCODED = /^(?:([as])|p(\d{1,4})|([ud])([\w-]{0,20})):([\s\S]+)$/;

/** Reads what `encodeReplyAction` wrote; undefined for anything else: buttons come back from outside. */
export function decodeReplyAction(text: string): ReplyAction | undefined {
  const [, letter, page, verdict, issueId, line] = ENCODED.exec(text) ?? [];
  if (line === undefined) return undefined;
  if (page !== undefined) return { kind: 'page', line, page: Number(page) };
  if (letter === 'a') return { kind: 'ask', line };
  if (letter === 's') return { kind: 'share', line };
  return { kind: 'rate', line, isHelpful: verdict === 'u', issueId: issueId || undefined };
}
