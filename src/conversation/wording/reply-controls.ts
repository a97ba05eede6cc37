import type { Response } from '#conversation/response.ts';
import type { ReplyAction } from './reply-action.ts';

/** Something to press below a reply. */
export interface ReplyControl {
  readonly label: string;
  readonly emoji?: string;
  readonly action: ReplyAction;
}

/**
 * Turns to the page before and the one behind, both on every page (`isAtEnd`: there is none in this direction); none for a reply
 * of one page. `page` is from 0.
 */
export function planPageControls(
  line: string,
  page: number,
  pageCount: number,
): readonly (ReplyControl & { readonly isAtEnd: boolean })[] {
  if (pageCount < 2) return [];
  const isFirst = page === 0;
  const isLast = page === pageCount - 1;
  const turnTo = (target: number): ReplyAction => ({ kind: 'page', line, page: target });
  return [
    { label: 'Previous', emoji: '◀️', action: turnTo(isFirst ? page : page - 1), isAtEnd: isFirst },
    { label: 'Next', emoji: '▶️', action: turnTo(isLast ? page : page + 1), isAtEnd: isLast },
  ];
}

/** What can be done with a response besides turning its pages: be told of news, know more, rate it, show it to the others. */
export function planReplyControls(
  response: Response,
  { isPrivate }: { readonly isPrivate: boolean },
): readonly ReplyControl[] {
  const { line, moreLine, relatedLine, watchLine, reply, issueId } = response;
  const ask = (label: string, emoji: string, asked: string | undefined): ReplyControl[] =>
    asked === undefined || asked === '' ? [] : [{ label, emoji, action: { kind: 'ask', line: asked } }];
  const rate = (label: string, emoji: string, isHelpful: boolean): ReplyControl => ({
    label,
    emoji,
    action: { kind: 'rate', line, isHelpful, issueId },
  });
  return [
    ...ask('Tell me', '🔔', watchLine),
    ...ask('More', '📋', moreLine),
    ...ask('Related', '🔎', relatedLine),
    ...(canRate(response) ? [rate('Helpful', '👍', true), rate('Not helpful', '👎', false)] : []),
    ...(isPrivate && reply.audience !== 'private' && response.outcome.kind !== 'refused'
      ? [{ label: 'Share in channel', emoji: '📣', action: { kind: 'share' as const, line } }]
      : []),
  ];
}

/** Help, notices and refusals are no answers; a greeting comes as the command `ask`, which no answer does. */
function canRate({ reply, outcome }: Response): boolean {
  if (reply.audience === 'private' || outcome.kind === 'refused') return false;
  return outcome.kind !== 'command' || outcome.command !== 'ask';
}
