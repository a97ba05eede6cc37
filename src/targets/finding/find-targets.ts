import type { TargetMention } from '#targets/target-mention.ts';
import { findMeantWords, type SpellingCorrection } from './correct-spelling.ts';
import { matchTargets } from './match-targets.ts';

/** A target that a person asked about; `corrections` lists the misspelt words that were read as its name. */
export interface QuestionTarget extends TargetMention {
  readonly corrections: readonly SpellingCorrection[];
}

interface Replacement extends SpellingCorrection {
  /** Place in the asker's own text. */
  readonly start: number;
}

/** The targets that a text of ours or the newsletter's names, exactly as written, in the order of the text. */
export function findTargets(text: string): TargetMention[] {
  return matchTargets(text, false);
}

/**
 * The targets that a person's question names, typing errors forgiven. `isKnownWord` tells which words mean something
 * else here (the archive's subjects): they are never taken for misspelt targets.
 */
export function findTargetsInQuestion(
  question: string,
  isKnownWord: (word: string) => boolean = () => false,
): QuestionTarget[] {
  let mentions = matchTargets(question, true);
  let replacements: Replacement[] = [];
  for (const { 0: written, index: start } of question.matchAll(/[a-z0-9]{5,}/gi)) {
    if (isKnownWord(written.toLowerCase())) continue;
    const isTaken = mentions.some(
      (mention) => locate(mention.start, replacements) <= start && start < locate(mention.end, replacements),
    );
    if (isTaken) continue;
    const readings = findMeantWords(written)
      .map((meant) => readWith(question, [...replacements, { written, meant, start }]))
      .filter((reading) => reading !== undefined);
    const [first] = readings;
    // Two words equally near that name different targets: better not understood than misunderstood.
    if (first === undefined || readings.some((reading) => reading.added !== first.added)) continue;
    ({ mentions, replacements } = first);
  }
  return mentions.map((mention) => toQuestionTarget(question, mention, replacements));
}

// Reads the question with its last replacement made; undefined when that word is then in no target's name.
function readWith(question: string, replacements: Replacement[]) {
  let text = '';
  let from = 0;
  let last = { start: 0, end: 0 };
  for (const { written, meant, start } of replacements) {
    text += question.slice(from, start);
    last = { start: text.length, end: text.length + meant.length };
    text += meant;
    from = start + written.length;
  }
  const mentions = matchTargets(text + question.slice(from), true);
  const added = mentions.find((mention) => mention.start <= last.start && mention.end >= last.end)?.target;
  return added === undefined ? undefined : { mentions, replacements, added };
}

// From a place in the corrected text to the same place in the asker's.
function locate(place: number, replacements: readonly Replacement[]): number {
  let shift = 0;
  for (const { written, meant, start } of replacements) {
    const startInCorrected = start - shift;
    if (place < startInCorrected + meant.length) break;
    shift += written.length - meant.length;
  }
  return place + shift;
}

function toQuestionTarget(
  question: string,
  mention: TargetMention,
  replacements: readonly Replacement[],
): QuestionTarget {
  const start = locate(mention.start, replacements);
  const end = locate(mention.end, replacements);
  const corrections = replacements
    .filter((replacement) => replacement.start >= start && replacement.start < end)
    .map(({ written, meant }) => ({ written, meant }));
  return { target: mention.target, start, end, words: question.slice(start, end), corrections };
}
