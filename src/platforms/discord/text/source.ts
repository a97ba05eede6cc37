import type { Source } from '#conversation/reply.ts';
import { namesDay } from '#conversation/wording/names-day.ts';
import { escapeDiscord } from './escape.ts';
import { discordLink } from './link.ts';

/** Where a quote stands: heading, issue, and its day as each reader's own calendar shows it. `plain` is for where that is too long. */
export function renderDiscordSource(source: Source): { readonly rendered: string; readonly plain: string } {
  const { heading, issueTitle: title, issueId, issueLink, day } = source;
  const place = heading === '' || heading === title ? '' : `“${heading}”, `;
  const issue = title.includes(issueId) ? title : `${title} (${issueId})`;
  const linked = issueLink === undefined ? escapeDiscord(issue) : discordLink(issueLink, issue);
  const derived = source.isDateDerived ? ' (the Friday of its week)' : '';
  const isSaid = namesDay(source);
  return {
    rendered: `— ${place === '' ? '' : `${escapeDiscord(place)} `}${linked}${isSaid ? '' : `, ${renderDay(day)}${derived}`}`,
    plain: `— ${place}${issue}${isSaid ? '' : `, ${day}${derived}`}`,
  };
}

/** Noon UTC is on that same day for nearly all readers. */
function renderDay(day: string): string {
  const noonMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T12:00:00Z`) : Number.NaN;
  return Number.isNaN(noonMs) ? escapeDiscord(day) : `<t:${noonMs / 1000}:D>`;
}
