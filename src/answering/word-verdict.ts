import type { Claim } from '#claims/claim.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import type { Understanding } from './understand-question.ts';

/** The verdict in words: "Yes, balena runs on armv6." */
export function wordVerdict(verdict: VerdictWord, understanding: Understanding, claim: Claim | undefined): string {
  const subject = nameAsked(understanding, claim);
  const target = understanding.targets.map(({ target: { label } }) => label).join(' and ');
  if (!target) return wordsWithoutTarget(verdict, subject);
  switch (verdict) {
    case 'yes':
      return `Yes, ${subject} runs on ${target}.`;
    case 'no':
      return `No, ${subject} does not run on ${target}.`;
    case 'partly':
      return `Partly: ${subject} works on ${target}, with a limitation.`;
    case 'planned':
      return `Not yet: ${subject} for ${target} was announced for later.`;
    case 'in-progress':
      return `Not yet: ${subject} for ${target} was being worked on.`;
    case 'unknown':
      return `The archive does not say whether ${subject} runs on ${target}.`;
  }
}

function wordsWithoutTarget(verdict: VerdictWord, subject: string): string {
  switch (verdict) {
    case 'yes':
      return `Yes, by what the newsletter says of ${subject}.`;
    case 'no':
      return `No, by what the newsletter says of ${subject}.`;
    case 'partly':
      return `Partly: the newsletter names a limitation of ${subject}.`;
    case 'planned':
      return `Not yet: the newsletter says it is to come for ${subject}.`;
    case 'in-progress':
      return `Not yet: the newsletter says it is being worked on for ${subject}.`;
    case 'unknown':
      return `The archive does not say that of ${subject}.`;
  }
}

const MIN_WEIGHT = 0.9;

// As the newsletter names it where the asker means just that; else in the asker's own words.
export function nameAsked(understanding: Understanding, claim: Claim | undefined): string {
  const telling = understanding.content.filter(({ weight }) => weight >= MIN_WEIGHT);
  const own = telling.map(({ word, raw, wasCorrected }) => (wasCorrected ? word : raw)).join(' ');
  const subject = claim?.subject ?? '';
  const isSame = telling.length > 0 && telling.every(({ word }) => subject.toLowerCase().includes(word));
  if (isSame && subject.length <= 60) return subject;
  return own || subject || 'it';
}
