/** A channel that gets each new issue. One for each platform and channel. All times are milliseconds since 1970. */
export interface Subscription extends ChannelKey {
  /** The server or workspace that the channel is in. */
  readonly workspaceId: string;
  readonly schedule: WeeklySchedule;
  /** The only mention that a post there may carry. */
  readonly roleToPing: string | undefined;
  /** Configured ones come and go with the configuration; people's own stay until they say otherwise. */
  readonly origin: 'chat' | 'configuration';
  /** The next date on which a new issue is looked for. */
  readonly nextDueMs: number;
  /** The newest issue that the channel has seen, or was there before it subscribed. */
  readonly seenIssueId: string | undefined;
  /** Why nothing is posted there for now, such as a permission that was taken away. */
  readonly pausedReason: string | undefined;
  readonly createdMs: number;
}

/** Where something is posted. */
export interface ChannelKey {
  readonly platform: string;
  readonly channelId: string;
}

/** Once a week, by the clock on the wall of a time zone. */
export interface WeeklySchedule {
  /** 0 is Sunday, 6 is Saturday. */
  readonly dayOfWeek: number;
  /** From 0 (midnight) to 1439. */
  readonly minuteOfDay: number;
  /** A name of the IANA database, such as Europe/Berlin. */
  readonly timeZone: string;
}

/** One text for a channel, for sets and messages. */
export function nameChannel({ platform, channelId }: ChannelKey): string {
  return `${platform}:${channelId}`;
}

/** Whether two schedules say the same. */
export function isSameSchedule(one: WeeklySchedule, other: WeeklySchedule): boolean {
  return one.dayOfWeek === other.dayOfWeek && one.minuteOfDay === other.minuteOfDay && one.timeZone === other.timeZone;
}
