import type { VerdictWord } from '#conversation/reply.ts';
import type { Answer } from './answer.ts';
import { nameSubjectAsked } from './name-subject-asked.ts';
import type { Understanding } from './understand-question.ts';

const JOINT = /^[\s,]*(?:and|or|and\/or|\/|,|&)[\s,]*(?:(?:on|for|the)\s+)?$/i;
const MAX_TARGETS = 4;
const MAX_CITATIONS = 3;

/** One question for each target of "on armv6 or windows?"; undefined where the targets belong together ("Ubuntu on arm64"). */
export function splitTargets(understanding: Understanding): Understanding[] | undefined {
  const { targets, question } = understanding;
  if (targets.length < 2 || targets.length > MAX_TARGETS) return undefined;
  const lower = question.toLowerCase();
  let end = -1;
  for (const { words } of targets) {
    const start = lower.indexOf(words.toLowerCase(), Math.max(0, end));
    if (start < 0 || (end >= 0 && !JOINT.test(question.slice(end, start)))) return undefined;
    end = start + words.length;
  }
  return targets.map((target, i) => ({
    ...understanding,
    targets: [target],
    targetWords: understanding.targetWords.slice(i, i + 1),
  }));
}

/** The answers to each, as one: a verdict where they agree, "partly" where they do not. */
export function answerSeveral(answers: readonly Answer[], parts: readonly Understanding[]): Answer {
  const question = parts[0]?.question ?? '';
  const [first] = answers as readonly [Answer];
  const told = answers.filter(({ answered }) => answered);
  // Silence on one takes nothing from what is said of the other.
  const verdicts = new Set(told.map(({ verdict }) => verdict));
  const verdict: VerdictWord | undefined = verdicts.size === 1 ? told[0]?.verdict : 'partly';
  return {
    ...first,
    question,
    answered: told.length > 0,
    verdict: told.length > 0 ? verdict : first.verdict,
    lead: wordSeveral(answers, parts),
    notes: [...new Set(answers.flatMap(({ notes }) => notes))],
    citations: uniqueCitations(told.length > 0 ? told : answers),
  };
}

// "Foodb: no on Windows, yes on arm64."
function wordSeveral(answers: readonly Answer[], parts: readonly Understanding[]): string {
  const [first] = parts as readonly [Understanding];
  const { subject } = nameSubjectAsked(first, undefined);
  const each = parts.map(
    ({ targets }, i) => `${WORDS[answers[i]?.verdict ?? 'unknown']} on ${targets[0]?.target.label}`,
  );
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${each.join(', ')}.`;
}

const WORDS: Readonly<Record<VerdictWord, string>> = {
  yes: 'yes',
  no: 'no',
  partly: 'partly',
  planned: 'announced for later',
  'in-progress': 'in progress',
  unknown: 'not stated',
};

function uniqueCitations(answers: readonly Answer[]): Answer['citations'] {
  const best = answers.flatMap(({ citations }) => citations.slice(0, 1));
  return best.filter((one, i) => best.findIndex(({ quote }) => quote === one.quote) === i).slice(0, MAX_CITATIONS);
}
