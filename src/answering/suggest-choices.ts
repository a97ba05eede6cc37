import { nameSubject } from '#claims/name-subject.ts';
import type { Evidence } from './evidence.ts';
import type { Understanding } from './understand-question.ts';

// Evidence of another subject is a rival when it is nearly as good, and says something else.
const RIVAL_SCORE = 0.85;
const MAX_CHOICES = 3;
const MAX_NAME = 40;

/**
 * "resin on arm64?", where the archive has a Resin board and a Resin cloud that stand differently: whole questions, one for
 * each, to be asked next. Empty where the name means one thing, or all of them stand alike.
 */
export function suggestChoices(
  { content, targets }: Understanding,
  holds: Evidence,
  evidence: readonly Evidence[],
): string[] {
  const names = content.filter(({ isName }) => isName);
  const [name] = names;
  const [target] = targets;
  if (!name || names.length > 1 || !target || targets.length > 1) return [];
  const rivals = [holds, ...evidence.filter(({ score }) => score >= holds.score * RIVAL_SCORE)];
  const subjects = new Map<string, Evidence>();
  for (const one of rivals) {
    const subject = nameSubject(one.candidate.ranked.indexed.article.heading);
    if (isLonger(subject, name.word) && !subjects.has(subject)) subjects.set(subject, one);
  }
  const isSplit = new Set([...subjects.values()].map(({ claim }) => claim.status)).size > 1;
  return isSplit
    ? [...subjects.keys()].slice(0, MAX_CHOICES).map((subject) => `does ${subject} run on ${target.target.label}?`)
    : [];
}

// "Resin Cloud" is one of the things that "resin" may mean; "Resin 2.0" and "Resin news" are not.
function isLonger(subject: string, name: string): boolean {
  const rest = subject
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== name);
  return (
    subject.length <= MAX_NAME &&
    subject.toLowerCase().split(/\s+/).includes(name) &&
    rest.length === 1 &&
    /^\p{Lu}\p{Ll}+$/u.test(subject.split(/\s+/).find((word) => word.toLowerCase() === rest[0]) ?? '')
  );
}
