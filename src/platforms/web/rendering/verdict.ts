import type { VerdictWord } from '#conversation/reply.ts';
import { type Html, html } from './html.ts';

/** A sign of its own for each, so that nobody needs to tell colours apart. */
const signs = {
  yes: '✔',
  no: '✘',
  partly: '◐',
  planned: '◇',
  'in-progress': '◌',
  unknown: '?',
} as const satisfies Record<VerdictWord, string>;

export const verdictLabels = {
  yes: 'yes',
  no: 'no',
  partly: 'partly',
  planned: 'planned',
  'in-progress': 'in progress',
  unknown: 'unknown',
} as const satisfies Record<VerdictWord, string>;

/** The sign of a verdict; a screen reader is left to the words beside it. */
export function renderSign(verdict: VerdictWord): Html {
  return html`<span class="sign ${verdict}" aria-hidden="true">${signs[verdict]}</span>`;
}

/** Sign and word. */
export function renderVerdict(verdict: VerdictWord): Html {
  return html`<span class="verdict">${renderSign(verdict)} ${verdictLabels[verdict]}</span>`;
}
