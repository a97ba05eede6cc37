import * as v from 'valibot';
import { type ConfiguredChannel, parseConfiguredChannel } from '#announcing/channels/configured-channel.ts';
import { findTimeZone, suggestTimeZone } from '#announcing/schedule/time-zone.ts';
import { nameChannel, type WeeklySchedule } from '#announcing/subscription.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { checkSettings, type ReadSetting } from '#settings/check-settings.ts';
import { anyText } from '#settings/setting-schemas.ts';

/** How new issues are announced, checked. */
export interface AnnounceSettings {
  /** For what a subscription leaves out. */
  readonly defaultSchedule: WeeklySchedule;
  readonly channels: readonly ConfiguredChannel[];
  /** How many days after its due date a post may still come. */
  readonly catchUpDays: number;
  /** For so long nothing in the folder may have changed, before anybody is told of what is new in it. */
  readonly quietMinutes: number;
  /** For so many days a post is edited when its issue changes; 0 for never. */
  readonly correctDays: number;
}

const FRIDAY = 5;
const NOON = 12 * 60;
const defaultTimeZone = 'UTC';

/** A number up to the most. */
const amountSchema = (unit: string, { usual, least, most }: Record<'usual' | 'least' | 'most', number>) =>
  v.pipe(
    v.optional(v.string(), String(usual)),
    v.transform(Number),
    v.check(
      (amount) => amount >= least && amount <= most,
      `a number of ${unit} up to ${most} is expected, such as ${usual}.`,
    ),
  );

/** The settings of announcements: what a channel's schedule means depends on the time zone, so they are read together. */
export const announceSettings = {
  ANNOUNCE_TIMEZONE: anyText,
  ANNOUNCE_CHANNELS: anyText,
  ANNOUNCE_CATCH_UP_DAYS: { schema: amountSchema('days', { usual: 3, least: Number.MIN_VALUE, most: 365 }) },
  ANNOUNCE_QUIET_MINUTES: { schema: amountSchema('minutes', { usual: 5, least: 0, most: 1440 }) },
  ANNOUNCE_CORRECT_DAYS: { schema: amountSchema('days', { usual: 30, least: 0, most: 365 }) },
} as const;

/** Checks all settings of announcements at once. */
export function checkAnnounceSettings(readSetting: ReadSetting, platforms: readonly ChatPlatform[] = chatPlatforms) {
  const problems: string[] = [];
  const typedZone = readSetting('ANNOUNCE_TIMEZONE') ?? defaultTimeZone;
  const timeZone = findTimeZone(typedZone);
  if (timeZone === undefined) {
    const hint = suggestTimeZone(typedZone);
    problems.push(
      `ANNOUNCE_TIMEZONE: “${typedZone}” is no time zone. ${hint ? `Did you mean ${hint}?` : 'Write it like Europe/Berlin.'}`,
    );
  }
  const defaultSchedule = { dayOfWeek: FRIDAY, minuteOfDay: NOON, timeZone: timeZone ?? defaultTimeZone };
  const namings = Object.fromEntries(
    platforms.flatMap(({ name, channels: naming }) => (naming ? [[name, naming]] : [])),
  );
  const channels: ConfiguredChannel[] = [];
  for (const text of (readSetting('ANNOUNCE_CHANNELS') ?? '').split(',')) {
    if (text.trim() === '') continue;
    const { channel, problem } = parseConfiguredChannel(text.trim(), defaultSchedule, namings);
    if (problem !== undefined) problems.push(`ANNOUNCE_CHANNELS: ${problem}`);
    else if (channels.some((other) => nameChannel(other) === nameChannel(channel))) {
      problems.push(`ANNOUNCE_CHANNELS: ${nameChannel(channel)} stands there twice. Keep one of them.`);
    } else channels.push(channel);
  }
  const { values, problems: others } = checkSettings(announceSettings, readSetting);
  const { ANNOUNCE_CATCH_UP_DAYS: catchUpDays = 0, ANNOUNCE_QUIET_MINUTES: quietMinutes = 0 } = values;
  const { ANNOUNCE_CORRECT_DAYS: correctDays = 0 } = values;
  problems.push(...others);
  return { settings: { defaultSchedule, channels, catchUpDays, quietMinutes, correctDays }, problems };
}
