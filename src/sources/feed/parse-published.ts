/** When an item came out. */
export interface PublishedMoment {
  /** `YYYY-MM-DD`, where the newsletter is. */
  readonly day: string;
  /** The day, or the moment as ISO 8601 with the zone that it was stated in. */
  readonly text: string;
}

const MAX_CHARACTERS = 60;
const ZONE = /(?:([+-])(\d{2}):?(\d{2})|(?<![A-Za-z])(Z|UTC?|GMT|[ECMP][SD]T))\s*$/i;
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const MINUTE_MS = 60_000;

/** Minutes ahead of UTC. */
const namedZones: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** Reads a date of a feed: as RSS writes it, or as ISO 8601. Undefined for what is none, or is of no such newsletter's time. */
export function parsePublished(stated: string): PublishedMoment | undefined {
  const text = stated.trim().slice(0, MAX_CHARACTERS);
  const zone = ZONE.exec(text);
  const hasTime = /\d:\d/.test(text);
  // Without a zone it would be read in this machine's.
  const ms = Date.parse(
    zone === null && !/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}${text.includes('T') ? 'Z' : ' GMT'}` : text,
  );
  if (Number.isNaN(ms)) return undefined;
  const aheadMinutes = findOffset(zone);
  const wall = new Date(ms + aheadMinutes * MINUTE_MS);
  const year = wall.getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const [day = '', clock = ''] = wall.toISOString().split('T');
  return { day, text: hasTime ? `${day}T${clock.slice(0, 8)}${formatOffset(aheadMinutes)}` : day };
}

function findOffset(zone: RegExpExecArray | null): number {
  const [, sign, hours, minutes, name = ''] = zone ?? [];
  if (sign === undefined) return namedZones[name.toUpperCase()] ?? 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
