import type { ClaimStatus } from './claim.ts';
import { DENIAL_CUES } from './denial-cues.ts';
import { PENDING_CUES } from './pending-cues.ts';
import type { StatusCue } from './status-cue.ts';
import { WORKING_CUES } from './working-cues.ts';

/** The cues; of two that are equally strong the first counts. Knowledge of the language, none of any subject. */
export const STATUS_CUES: readonly StatusCue[] = [...PENDING_CUES, ...DENIAL_CUES, ...WORKING_CUES];

/** How a clause says that things stand, by its strongest cue; undefined when it says nothing of it. */
export function readStatus(clause: string): { status: ClaimStatus; strength: number } | undefined {
  let best: StatusCue | undefined;
  for (const candidate of STATUS_CUES) {
    if (best && best.strength >= candidate.strength) continue;
    if (candidate.pattern.test(clause)) best = candidate;
  }
  return best && { status: best.status, strength: best.strength };
}
