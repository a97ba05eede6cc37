import { encodeReplyAction, type ReplyAction } from '#conversation/reply-action.ts';
import type { Response } from '#conversation/response.ts';
import type { DiscordSuggestions, Suggestion } from './discord-suggestions.ts';

/** A button below a reply, before it has a `custom_id`. */
export interface PlannedButton extends Suggestion {
  readonly emoji?: string;
  readonly isDisabled?: boolean;
}

/** A row below a reply. */
export type PlannedRow =
  | { readonly kind: 'buttons'; readonly buttons: readonly PlannedButton[] }
  | { readonly kind: 'menu'; readonly title: string; readonly options: readonly Suggestion[] };

export interface PlacedPage {
  /** From 0. */
  readonly page: number;
  readonly pageCount: number;
  /** Whether only the asker sees the reply. */
  readonly isPrivate: boolean;
}

/** All rows below a page of a reply: suggestions, paging, what can be done with it. No two buttons carry the same action. */
export function planDiscordControls(
  response: Response,
  { buttons, menus }: Pick<DiscordSuggestions, 'buttons' | 'menus'>,
  placed: PlacedPage,
): readonly PlannedRow[] {
  const suggested = new Set([...buttons, ...menus.flatMap(({ options }) => options)].map(keyOf));
  const rows: PlannedRow[] = [
    // Right below their title, which ends the text.
    { kind: 'buttons', buttons },
    ...menus.map((menu) => ({ kind: 'menu' as const, ...menu })),
    { kind: 'buttons', buttons: planPaging(response.line, placed) },
    { kind: 'buttons', buttons: planActions(response, placed).filter((button) => !suggested.has(keyOf(button))) },
  ];
  return dropRepeated(rows);
}

/** Both buttons on every page, so that they stay under the thumb. */
function planPaging(line: string, { page, pageCount }: PlacedPage): readonly PlannedButton[] {
  if (pageCount < 2) return [];
  const isFirst = page === 0;
  const isLast = page === pageCount - 1;
  const turnTo = (target: number): ReplyAction => ({ kind: 'page', line, page: target });
  return [
    { label: 'Previous', emoji: '◀️', action: turnTo(isFirst ? page : page - 1), isDisabled: isFirst },
    { label: 'Next', emoji: '▶️', action: turnTo(isLast ? page : page + 1), isDisabled: isLast },
  ];
}

function planActions(response: Response, { isPrivate }: PlacedPage): readonly PlannedButton[] {
  const { line, moreLine, relatedLine, reply } = response;
  const ask = (label: string, emoji: string, asked: string | undefined): PlannedButton[] =>
    asked === undefined || asked === '' ? [] : [{ label, emoji, action: { kind: 'ask', line: asked } }];
  const rate = (label: string, emoji: string, isHelpful: boolean): PlannedButton => ({
    label,
    emoji,
    action: { kind: 'rate', line, isHelpful },
  });
  return [
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

function dropRepeated(rows: readonly PlannedRow[]): readonly PlannedRow[] {
  const seen = new Set<string>();
  const isNew = (button: Suggestion) => {
    const key = keyOf(button);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  };
  return rows
    .map((row) =>
      row.kind === 'menu'
        ? { ...row, options: row.options.filter(isNew) }
        : { ...row, buttons: row.buttons.filter(isNew) },
    )
    .filter((row) => (row.kind === 'menu' ? row.options : row.buttons).length > 0);
}

function keyOf({ action }: Suggestion): string {
  return encodeReplyAction(action);
}
