import type { PlatformSettings } from '#app/settings/platforms.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { examinePlatforms } from './examine-platforms.ts';

/** Whether anything can be posted on a platform at all. */
export interface PlatformState {
  readonly name: string;
  readonly isUsable: boolean;
  /** What is so, and where it is wrong, what to do. */
  readonly sentence: string;
}

/** Asks the platforms of these names; one without a token is not asked. Nothing is posted. */
export async function findPlatformStates(
  names: readonly string[],
  { known, platforms }: Pick<PlatformSettings, 'known' | 'platforms'>,
  tools: Tools,
): Promise<readonly PlatformState[]> {
  const states: PlatformState[] = [];
  for (const { name, tokenSetting } of known) {
    if (!names.includes(name)) continue;
    const ready = platforms.filter((platform) => platform.name === name);
    if (ready.length === 0) {
      const sentence = `no token is set here (${tokenSetting}), so nothing is posted there.`;
      states.push({ name, isUsable: false, sentence });
      continue;
    }
    // The first finding is about the token that posts; what comes after it is the doctor's business.
    for await (const { level, statement, remedy } of examinePlatforms({ platforms: ready }, tools)) {
      const sentence = level === 'fault' ? `${statement} ${remedy}` : statement;
      states.push({ name, isUsable: level !== 'fault', sentence });
      break;
    }
  }
  return states;
}
