import { rankMisspelling } from '#spelling/rank-misspelling.ts';

const regions = [
  'Europe',
  'America',
  'Asia',
  'Africa',
  'Australia',
  'Pacific',
  'Atlantic',
  'Indian',
  'America/Argentina',
];

/** Shorthands that several zones go by, or that stand still while the clocks of the place change: only a hint. */
const shorthands: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  hst: 'Pacific/Honolulu',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  met: 'Europe/Berlin',
  eet: 'Europe/Helsinki',
  eest: 'Europe/Helsinki',
  msk: 'Europe/Moscow',
  ist: 'Asia/Kolkata',
  jst: 'Asia/Tokyo',
  kst: 'Asia/Seoul',
  aest: 'Australia/Sydney',
  nzst: 'Pacific/Auckland',
};

/** The names of all zones, as the time zone database writes them. */
export function listTimeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}

/** True for a name of the time zone database that this program knows, in any letter case. */
export function isTimeZone(name: string): boolean {
  // An offset is no zone: it knows nothing of the clocks going forward and back.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone that somebody means by its name or its city, in any letter case; undefined when it is none. */
export function findTimeZone(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/g, '_');
  const lower = name.toLowerCase();
  if (lower === '' || Object.hasOwn(shorthands, lower) || /\d/.test(name)) return undefined;
  const listed = listTimeZones().find((zone) => zone.toLowerCase() === lower || cityOf(zone) === lower);
  if (listed !== undefined) return listed;
  const spelt = lower.replace(/(?<=^|[/_-])\p{L}/gu, (letter) => letter.toUpperCase());
  const other = [spelt, ...regions.map((region) => `${region}/${spelt}`)].find(isTimeZone);
  if (other === undefined || regions.some((region) => other.startsWith(`${region}/`))) return other;
  // A name by country, or an old one, such as US/Pacific: the one that is listed says more.
  return new Intl.DateTimeFormat('en', { timeZone: other }).resolvedOptions().timeZone;
}

/** The zone that may be meant by what is none. */
export function suggestTimeZone(typed: string): string | undefined {
  const lower = typed.trim().toLowerCase().replaceAll(/\s+/g, '_');
  if (Object.hasOwn(shorthands, lower)) return shorthands[lower];
  return listTimeZones()
    .flatMap((zone) => {
      const rank = rankMisspelling(lower, zone.toLowerCase()) ?? rankMisspelling(lower, cityOf(zone));
      return rank === undefined ? [] : [{ zone, rank }];
    })
    .sort((a, b) => a.rank - b.rank)[0]?.zone;
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}
