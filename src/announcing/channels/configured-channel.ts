import { parseSchedule } from '#announcing/schedule/parse-schedule.ts';
import type { ChannelKey, WeeklySchedule } from '#announcing/subscription.ts';

/** A channel that the operator has set up, rather than people in it. */
export interface ConfiguredChannel extends ChannelKey {
  readonly schedule: WeeklySchedule;
  readonly roleToPing: string | undefined;
}

export type ConfiguredChannelReading =
  | { readonly channel: ConfiguredChannel; readonly problem?: undefined }
  | { readonly channel?: undefined; readonly problem: string };

/** `slack:C0123`, `discord:456@sat 09:00 Europe/Berlin`, `discord:456&789@…` with the role 789 to ping. */
const FORM =
  /^(?<platform>slack|discord):(?<channelId>[A-Za-z0-9]+)(?:&(?<roleToPing>[A-Za-z0-9]+))?(?:@(?<schedule>.*))?$/;

interface PingedKind {
  readonly id: RegExp;
  readonly name: string;
  readonly example: string;
  /** A sentence: where the id is found. */
  readonly place: string;
}

/** What a post may ping, by platform. */
const pinged: Readonly<Record<string, PingedKind>> = {
  slack: {
    id: /^S[A-Z0-9]{2,}$/,
    name: 'user group',
    example: 'S012ABCDEF',
    place: 'In Slack, “Copy group ID” in the menu of the group gives one.',
  },
  discord: {
    id: /^\d+$/,
    name: 'role',
    example: '1017123456789012345',
    place: 'In Discord, “Copy Role ID” in the menu of the role gives one, in developer mode.',
  },
};

/** Reads one channel as it is written in the settings; a problem says what is expected. */
export function parseConfiguredChannel(text: string, defaultSchedule: WeeklySchedule): ConfiguredChannelReading {
  const groups = FORM.exec(text)?.groups;
  if (groups === undefined) {
    // An id has capitals and digits only; what people call a channel is no id.
    const hint = /^(?:slack|discord):\s*#/.test(text)
      ? ' That is its name: the menu of a channel copies its link, which ends in the id.'
      : '';
    return {
      problem: `“${text}” is no channel.${hint} Write its platform and id, such as slack:C0123 or discord:456, then “&” and a role to ping, then “@” and a schedule, if you like.`,
    };
  }
  const { platform = '', channelId = '', roleToPing, schedule = '' } = groups;
  const kind = pinged[platform];
  if (roleToPing !== undefined && kind !== undefined && !kind.id.test(roleToPing)) {
    return {
      problem: `“${text}”: “${roleToPing}” is not the id of a ${kind.name}, such as ${kind.example}. ${kind.place}`,
    };
  }
  const reading = parseSchedule(schedule, defaultSchedule);
  if (reading.schedule === undefined) return { problem: `“${text}”: ${reading.problem}` };
  return { channel: { platform, channelId, roleToPing, schedule: reading.schedule } };
}
