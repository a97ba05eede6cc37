import type { VerdictWord } from '#conversation/reply.ts';
import type { IndexedArticle } from '#search/text-index.ts';
import { nameSubjectAsked } from './name-subject-asked.ts';
import type { Understanding } from './understand-question.ts';

/** The verdict in words: "Yes, Foodb runs on armv6." `article`: what it rests on, for the names as it writes them. */
export function wordVerdict(
  verdict: VerdictWord,
  understanding: Understanding,
  article: IndexedArticle | undefined,
): string {
  const { subject, targets } = nameSubjectAsked(understanding, article);
  const target = targets.join(' and ');
  const wording = target ? ON_TARGET[verdict] : WITHOUT_TARGET[verdict];
  return wording.replace('SUBJECT', () => subject).replace('TARGET', () => target);
}

const ON_TARGET: Readonly<Record<VerdictWord, string>> = {
  yes: 'Yes, SUBJECT runs on TARGET.',
  no: 'No, SUBJECT does not run on TARGET.',
  partly: 'Partly: SUBJECT works on TARGET, with a limitation.',
  planned: 'Not yet: SUBJECT for TARGET was announced for later.',
  'in-progress': 'Not yet: SUBJECT for TARGET was being worked on.',
  unknown: 'The archive does not say whether SUBJECT runs on TARGET.',
};

const WITHOUT_TARGET: Readonly<Record<VerdictWord, string>> = {
  yes: 'Yes, by what the newsletter says of SUBJECT.',
  no: 'No, by what the newsletter says of SUBJECT.',
  partly: 'Partly: the newsletter names a limitation of SUBJECT.',
  planned: 'Not yet: for SUBJECT the newsletter says it is to come.',
  'in-progress': 'Not yet: for SUBJECT the newsletter says it is being worked on.',
  unknown: 'The archive does not say that of SUBJECT.',
};
