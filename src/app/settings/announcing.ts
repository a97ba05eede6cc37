import { type ConfiguredChannel, parseConfiguredChannel } from '#announcing/channels/configured-channel.ts';
import { findTimeZone, suggestTimeZone } from '#announcing/schedule/time-zone.ts';
import { nameChannel, type WeeklySchedule } from '#announcing/subscription.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import type { ReadSetting } from '#settings/check-settings.ts';
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

/** The settings, or sentences with name and remedy. */
export interface AnnounceSettingsResult {
  readonly settings: AnnounceSettings;
  readonly problems: readonly string[];
}

const FRIDAY = 5;
const NOON = 12 * 60;
const defaultTimeZone = 'UTC';
const DEFAULT_CATCH_UP_DAYS = 3;
const MAX_CATCH_UP_DAYS = 365;
const DEFAULT_QUIET_MINUTES = 5;
const MAX_QUIET_MINUTES = 1440;
const DEFAULT_CORRECT_DAYS = 30;
const MAX_CORRECT_DAYS = 365;

/** The settings of announcements: what a channel's schedule means depends on the time zone, so they are read together. */
export const announceSettings = {
  ANNOUNCE_TIMEZONE: anyText,
  ANNOUNCE_CHANNELS: anyText,
  ANNOUNCE_CATCH_UP_DAYS: anyText,
  ANNOUNCE_QUIET_MINUTES: anyText,
  ANNOUNCE_CORRECT_DAYS: anyText,
};

/** Checks all settings of announcements at once. */
export function checkAnnounceSettings(
  readSetting: ReadSetting,
  platforms: readonly ChatPlatform[] = chatPlatforms,
): AnnounceSettingsResult {
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
  const days = readSetting('ANNOUNCE_CATCH_UP_DAYS');
  const catchUpDays = days === undefined ? DEFAULT_CATCH_UP_DAYS : Number(days);
  if (!(catchUpDays > 0 && catchUpDays <= MAX_CATCH_UP_DAYS)) {
    problems.push(`ANNOUNCE_CATCH_UP_DAYS: a number of days up to ${MAX_CATCH_UP_DAYS} is expected, such as 3.`);
  }
  const minutes = readSetting('ANNOUNCE_QUIET_MINUTES');
  const quietMinutes = minutes === undefined ? DEFAULT_QUIET_MINUTES : Number(minutes);
  if (!(quietMinutes >= 0 && quietMinutes <= MAX_QUIET_MINUTES)) {
    problems.push(`ANNOUNCE_QUIET_MINUTES: a number of minutes up to ${MAX_QUIET_MINUTES} is expected, such as 5.`);
  }
  const correct = readSetting('ANNOUNCE_CORRECT_DAYS');
  const correctDays = correct === undefined ? DEFAULT_CORRECT_DAYS : Number(correct);
  if (!(correctDays >= 0 && correctDays <= MAX_CORRECT_DAYS)) {
    problems.push(`ANNOUNCE_CORRECT_DAYS: a number of days up to ${MAX_CORRECT_DAYS} is expected, such as 30.`);
  }
  return { settings: { defaultSchedule, channels, catchUpDays, quietMinutes, correctDays }, problems };
}
