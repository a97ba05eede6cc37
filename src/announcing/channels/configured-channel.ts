import type { ChannelNaming } from '#announcing/channel-sender.ts';
import { parseSchedule } from '#announcing/schedule/parse-schedule.ts';
import type { Subscription, WeeklySchedule } from '#announcing/subscription.ts';

/** A channel that the operator has set up, rather than people in it. */
export type ConfiguredChannel = Pick<Subscription, 'platform' | 'channelId' | 'schedule' | 'roleToPing'>;

export type ConfiguredChannelReading =
  | { readonly channel: ConfiguredChannel; readonly problem?: undefined }
  | { readonly channel?: undefined; readonly problem: string };

/** `slack:C0123`, `discord:456@sat 09:00 Europe/Berlin`, `discord:456&789@…` with the role 789 to ping. */
const FORM = /^(?<platform>[a-z]+):(?<channelId>[A-Za-z0-9]+)(?:&(?<roleToPing>[A-Za-z0-9]+))?(?:@(?<schedule>.*))?$/;

/** Reads one channel as it is written in the settings; a problem says what is expected. */
export function parseConfiguredChannel(
  text: string,
  defaultSchedule: WeeklySchedule,
  namings: Readonly<Record<string, ChannelNaming>>,
): ConfiguredChannelReading {
  const { platform = '', channelId = '', roleToPing, schedule = '' } = FORM.exec(text)?.groups ?? {};
  const naming = Object.hasOwn(namings, platform) ? namings[platform] : undefined;
  if (naming === undefined || !naming.channelId.test(channelId)) {
    // What people call a channel is no id.
    const isName = naming !== undefined || Object.keys(namings).some((name) => new RegExp(`^${name}:\\s*#`).test(text));
    const hint = isName ? ' That is its name: the menu of a channel copies its link, which ends in the id.' : '';
    const examples = Object.entries(namings).map(([name, { exampleId }]) => `${name}:${exampleId}`);
    return {
      problem: `“${text}” is no channel.${hint} Write its platform and id, such as ${examples.join(' or ')}, then “&” and a role to ping, then “@” and a schedule, if you like.`,
    };
  }
  const { id, name, example, place } = naming.pinged;
  if (roleToPing !== undefined && !id.test(roleToPing)) {
    return { problem: `“${text}”: “${roleToPing}” is not the id of a ${name}, such as ${example}. ${place}` };
  }
  const reading = parseSchedule(schedule, defaultSchedule);
  if (reading.schedule === undefined) return { problem: `“${text}”: ${reading.problem}` };
  return { channel: { platform, channelId, roleToPing, schedule: reading.schedule } };
}
