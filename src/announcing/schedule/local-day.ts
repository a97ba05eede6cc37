import { createZoneFormat } from './zone-format.ts';

const formatIn = createZoneFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day, `YYYY-MM-DD`, on which a moment falls in a time zone. */
export function findLocalDay(atMs: number, timeZone: string): string {
  return formatIn(timeZone).format(atMs);
}
