import type { Response } from '#conversation/response.ts';
import { encodeReplyAction, type ReplyAction } from '#conversation/wording/reply-action.ts';
import { planPageControls, planReplyControls } from '#conversation/wording/reply-controls.ts';
import { discordLimits as limits } from '#platforms/discord/text/limits.ts';
import type { DiscordSuggestions, Suggestion } from './suggestions.ts';

/** A button below a reply, before it has a `custom_id`. */
export interface PlannedButton {
  readonly label: string;
  readonly emoji?: string;
  readonly isDisabled?: boolean;
  /** What it does; opening the modal to ask in is nothing that the core knows of. */
  readonly action: ReplyAction | { readonly kind: 'open-modal' };
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

const openModal: PlannedButton = { label: 'Ask a question', emoji: '✏️', action: { kind: 'open-modal' } };

/** All rows below a page of a reply: suggestions, paging, what can be done with it. No two buttons carry the same action. */
export function planDiscordControls(
  response: Response,
  { buttons, menus }: Pick<DiscordSuggestions, 'buttons' | 'menus'>,
  { page, pageCount, isPrivate }: PlacedPage,
): readonly PlannedRow[] {
  const paging = planPageControls(response.line, page, pageCount);
  const controls = planReplyControls(response, { isPrivate });
  // Whoever is shown help or a refusal has no answer yet.
  const isAnswer = controls.some(({ action }) => action.kind === 'rate');
  const suggested = new Set([...buttons, ...menus.flatMap(({ options }) => options)].map(keyOf));
  const rows: PlannedRow[] = [
    // Right below their title, which ends the text.
    { kind: 'buttons', buttons },
    ...menus.map((menu) => ({ kind: 'menu' as const, ...menu })),
    { kind: 'buttons', buttons: paging.map(({ isAtEnd, ...control }) => ({ ...control, isDisabled: isAtEnd })) },
    {
      kind: 'buttons',
      buttons: [...controls.filter((button) => !suggested.has(keyOf(button))), ...(isAnswer ? [] : [openModal])],
    },
  ];
  return dropRepeated(rows).flatMap(breakLong).slice(0, limits.actionRows);
}

/** A row that is too long goes on in the next. */
function breakLong(row: PlannedRow): PlannedRow[] {
  if (row.kind === 'menu') return [row];
  const rows: PlannedRow[] = [];
  for (let from = 0; from < row.buttons.length; from += limits.buttonsPerRow)
    rows.push({ kind: 'buttons', buttons: row.buttons.slice(from, from + limits.buttonsPerRow) });
  return rows;
}

function dropRepeated(rows: readonly PlannedRow[]): readonly PlannedRow[] {
  const seen = new Set<string>();
  const isNew = (button: PlannedButton) => {
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

function keyOf({ action }: PlannedButton): string {
  return action.kind === 'open-modal' ? action.kind : encodeReplyAction(action);
}
