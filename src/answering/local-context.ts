import type { BlockTopic } from './block-topic.ts';
import type { Candidate } from './candidate.ts';
import { type Matches, mergeMatches } from './match-words.ts';

// What a sentence leaves unsaid ("it", "the agent", "there") stands in the ones before it, less surely the further back.
const BACK = [0.85, 0.7, 0.5];
const OTHER_BLOCK = 0.75;
const FROM_ARTICLE = 0.3;
const ABOUT_ANOTHER = 0.4;

/** The words that a sentence may be taken to be about beside its own: those of the sentences before it, and the heading's. */
export function matchContext(
  { matched, ranked }: Candidate,
  place: number,
  fromHeading: number,
  isAboutAnother = false,
  topic: BlockTopic = undefined,
): Matches {
  // Where the heading names something else, "it" is likelier that.
  const share = isAboutAnother ? ABOUT_ANOTHER : 1;
  const { sentences } = ranked.indexed.article;
  let context = mergeMatches(
    matched.heading.map((factor) => factor * fromHeading),
    matched.all,
    topic === 'other' ? 0 : FROM_ARTICLE * share,
  );
  for (const [steps, factor] of BACK.entries()) {
    const before = matched.sentences[place - steps - 1];
    if (!before) break;
    const isSameBlock = sentences[place - steps - 1]?.block === sentences[place]?.block;
    // A paragraph with a subject of its own leaves nothing unsaid that stands in another.
    if (topic === 'other' && !isSameBlock) break;
    context = mergeMatches(context, before, share * (isSameBlock ? factor : factor * OTHER_BLOCK));
  }
  return context;
}
