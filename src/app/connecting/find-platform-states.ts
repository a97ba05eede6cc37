import type { PlatformSettings } from '#app/settings/platforms.ts';
import { examinePlatforms, type LookParts } from './examine-platforms.ts';

export const platformNames = ['slack', 'discord'] as const;
export type PlatformName = (typeof platformNames)[number];

/** Whether anything can be posted on a platform at all. */
export interface PlatformState {
  readonly name: PlatformName;
  readonly isUsable: boolean;
  /** What is so, and where it is wrong, what to do. */
  readonly sentence: string;
}

const tokenSettings = { slack: 'SLACK_BOT_TOKEN', discord: 'DISCORD_TOKEN' } as const;

/** Asks the platforms; one without a token is not asked. Nothing is posted. */
export async function findPlatformStates(
  names: readonly PlatformName[],
  settings: Pick<PlatformSettings, 'slack' | 'discord'>,
  parts: LookParts,
): Promise<readonly PlatformState[]> {
  const states: PlatformState[] = [];
  for (const name of names) {
    if (settings[name] === undefined) {
      const sentence = `no token is set here (${tokenSettings[name]}), so nothing is posted there.`;
      states.push({ name, isUsable: false, sentence });
    } else states.push(await look(name, settings, parts));
  }
  return states;
}

async function look(
  name: PlatformName,
  { slack, discord }: Pick<PlatformSettings, 'slack' | 'discord'>,
  parts: LookParts,
): Promise<PlatformState> {
  const only = name === 'slack' ? { slack, discord: undefined } : { slack: undefined, discord };
  // The first finding is about the token that posts; what comes after it is the doctor's business.
  for await (const { level, statement, remedy } of examinePlatforms(only, parts)) {
    return { name, isUsable: level !== 'fault', sentence: level === 'fault' ? `${statement} ${remedy}` : statement };
  }
  throw new Error(`Nothing was found out about ${name}.`);
}
