import { isAnswerable } from './question.ts';
import { asksVerdict, type ScoredQuestion } from './score-answer.ts';

/** Shares from 0 to 1; undefined where no question is of that sort. */
export interface Figures {
  readonly questions: number;
  readonly right: number | undefined;
  readonly misleads: number | undefined;
  readonly rightFirst: number | undefined;
  readonly inFirstThree: number | undefined;
  readonly verdictRight: number | undefined;
  /** Of the verdicts that were stated. */
  readonly statedVerdictRight: number | undefined;
  readonly falseYes: number | undefined;
  readonly keyShown: number | undefined;
  readonly abstainsWhenItShould: number | undefined;
  readonly abstainsWhenItShouldNot: number | undefined;
}

/** The figures of some questions, for all of which the same weight counts. */
export function computeFigures(scored: readonly ScoredQuestion[]): Figures {
  const answerable = scored.filter(({ question }) => isAnswerable(question));
  const unanswerable = scored.filter(({ question }) => !isAnswerable(question));
  const judged = scored.filter(({ isVerdictRight }) => isVerdictRight !== undefined);
  const stated = scored.filter(({ statesVerdict }) => statesVerdict);
  return {
    questions: scored.length,
    right: share(scored, ({ isRight }) => isRight),
    misleads: share(scored, ({ misleads }) => misleads),
    rightFirst: share(answerable, ({ isRightFirst }) => isRightFirst),
    inFirstThree: share(answerable, ({ isInFirstThree }) => isInFirstThree),
    verdictRight: share(judged, ({ isVerdictRight }) => isVerdictRight === true),
    statedVerdictRight: share(stated, ({ isVerdictRight }) => isVerdictRight === true),
    falseYes: share(
      scored.filter(({ question }) => asksVerdict(question)),
      ({ isFalseYes }) => isFalseYes,
    ),
    keyShown: share(answerable, ({ isKeyShown }) => isKeyShown),
    abstainsWhenItShould: share(unanswerable, ({ hasAbstained }) => hasAbstained),
    abstainsWhenItShouldNot: share(answerable, ({ hasAbstained }) => hasAbstained),
  };
}

/** The share of which something holds; undefined of nothing. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number | undefined {
  return items.length > 0 ? items.filter(holds).length / items.length : undefined;
}
