import { isAnswerable } from './question.ts';
import type { ScoredQuestion } from './score-answer.ts';

/** Shares from 0 to 1; undefined where no question is of that sort. */
export interface Figures {
  readonly questions: number;
  readonly right: number | undefined;
  readonly rightFirst: number | undefined;
  readonly inFirstThree: number | undefined;
  readonly verdictRight: number | undefined;
  readonly keyShown: number | undefined;
  readonly abstainsWhenItShould: number | undefined;
  readonly abstainsWhenItShouldNot: number | undefined;
}

/** The figures of some questions, for all of which the same weight counts. */
export function computeFigures(scored: readonly ScoredQuestion[]): Figures {
  const answerable = scored.filter(({ question }) => isAnswerable(question));
  const unanswerable = scored.filter(({ question }) => !isAnswerable(question));
  const judged = scored.filter(({ isVerdictRight }) => isVerdictRight !== undefined);
  return {
    questions: scored.length,
    right: share(scored, ({ isRight }) => isRight),
    rightFirst: share(answerable, ({ isRightFirst }) => isRightFirst),
    inFirstThree: share(answerable, ({ isInFirstThree }) => isInFirstThree),
    verdictRight: share(judged, ({ isVerdictRight }) => isVerdictRight === true),
    keyShown: share(answerable, ({ isKeyShown }) => isKeyShown),
    abstainsWhenItShould: share(unanswerable, ({ hasAbstained }) => hasAbstained),
    abstainsWhenItShouldNot: share(answerable, ({ hasAbstained }) => hasAbstained),
  };
}

function share(scored: readonly ScoredQuestion[], holds: (one: ScoredQuestion) => boolean): number | undefined {
  return scored.length > 0 ? scored.filter(holds).length / scored.length : undefined;
}
