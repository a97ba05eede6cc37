import { findStatedDays } from './find-stated-days.ts';
import { formatCalendarDay } from './iso-week.ts';

const MAX_CHARACTERS = 80;
const CLOCK = /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s{0,3}([ap]m\b)?\s{0,3}/i;
const ZONE = /^\(?(?:(Z|UTC|GMT)\b|([+-])(\d{2}):?(\d{2})?)/i;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * When something begins or ends: a day (`YYYY-MM-DD`), which comes when it comes where the reader is; or a moment
 * (`YYYY-MM-DDTHH:MM:SS.mmmZ`) where a time with its zone is stated. Undefined for what is no date.
 */
export function parseMoment(value: string | number): string | undefined {
  if (typeof value === 'number') return parseEpoch(value);
  const text = value.trim().slice(0, MAX_CHARACTERS);
  if (/^\d{10}$|^\d{13}$/.test(text)) return parseEpoch(Number(text));
  const day = findDay(text);
  if (day === undefined) return undefined;
  const clock = CLOCK.exec(text);
  if (clock === null) return day;
  const zone = text.slice(clock.index + clock[0].length).trim();
  // Without a zone it is a time on somebody's wall; the day is what is sure.
  if (zone === '') return day;
  const offset = ZONE.exec(zone);
  const midnightMs = Date.parse(`${day}T00:00:00Z`);
  // A zone by its name: by then the moment has come everywhere.
  if (offset === null) return new Date(midnightMs + DAY_MS + DAY_MS / 2).toISOString();
  const hours = (Number(clock[1]) % (clock[4] === undefined ? 24 : 12)) + (clock[4]?.toLowerCase() === 'pm' ? 12 : 0);
  const wallMs = midnightMs + (hours * 60 + Number(clock[2])) * MINUTE_MS + Number(clock[3] ?? 0) * 1000;
  const aheadMs = (Number(offset[3] ?? 0) * 60 + Number(offset[4] ?? 0)) * MINUTE_MS;
  return new Date(offset[2] === '-' ? wallMs + aheadMs : wallMs - aheadMs).toISOString();
}

/** Whether a moment has come, at a time and on the day that the reader has then. */
export function hasCome(moment: string, nowMs: number, today: string): boolean {
  return moment.includes('T') ? Date.parse(moment) <= nowMs : moment <= today;
}

/** The later of two; a day counts from its beginning. */
export function laterMoment(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}

function findDay(text: string): string | undefined {
  const stated = findStatedDays(text).find(({ day }) => day !== undefined)?.day;
  if (stated !== undefined) return stated;
  const compact =
    /^(\d{4})(\d{2})(\d{2})(?=$|T|\s)/.exec(text) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/.exec(text);
  return compact === null ? undefined : formatCalendarDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

function parseEpoch(value: number): string | undefined {
  if (!Number.isInteger(value)) return undefined;
  const compact = value > 10_000_000 && value < 100_000_000 ? findDay(String(value)) : undefined;
  if (compact !== undefined) return compact;
  const ms = value > 1e12 ? value : value * 1000;
  return value >= 1e9 && value < 1e13 ? new Date(ms).toISOString() : undefined;
}
