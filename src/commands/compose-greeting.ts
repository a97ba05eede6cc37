import { findTargetById } from '#claims/vocabulary.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { commandList } from './command-list.ts';

/** A name of one word makes a plain example; longer ones may be half a heading. */
const plainName = /^\p{Lu}[\p{L}\d.+-]{2,20}$/u;
/** Claims this strong are said in so many words. */
const minStrength = 3;

/** What a chat opens with: one line with a question that this archive can answer. */
export function composeGreeting(snapshot: Snapshot): Reply {
  const text = `Ask me what runs on Arm: ${findExampleQuestion(snapshot)} (help, quit)`;
  return { blocks: [{ kind: 'lead', text, verdict: undefined }], audience: 'private' };
}

/** From the newest statement that is plain enough; else the first example of the command list. */
function findExampleQuestion(snapshot: Snapshot): string {
  for (const { subject, status, strength, targets } of snapshot.claims.toReversed()) {
    const target = targets.find(({ id }) => findTargetById(id)?.kind === 'architecture');
    const isPlain = plainName.test(subject) && status === 'works' && strength >= minStrength;
    if (isPlain && target !== undefined) return `does ${subject} run on ${target.label}?`;
  }
  return commandList[0].examples[0];
}
