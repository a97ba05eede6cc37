import { readWanted, type Wanted } from '#answering/question/fits-kind.ts';
import { type QuestionKind, readQuestionKind } from '#answering/question/question-kind.ts';
import type { Fact } from '#facts/fact.ts';

/** What one of a fact's own questions asks for. */
export interface AskedFor {
  readonly kind: QuestionKind;
  readonly wanted: Wanted;
}

// The same few facts come up again and again.
const known = new WeakMap<Fact, readonly AskedFor[]>();

function readAskedFor(fact: Fact): readonly AskedFor[] {
  const before = known.get(fact);
  if (before !== undefined) return before;
  const all = fact.asks.map((ask) => {
    const kind = readQuestionKind(ask, false);
    return { kind, wanted: readWanted(kind, ask) };
  });
  known.set(fact, all);
  return all;
}

/** How many of a fact's own questions ask for the same as a question does, 0 to 1. That very question is none of them. */
export function shareOfAsks(fact: Fact, question: string, isSame: (asked: AskedFor) => boolean): number {
  const others = readAskedFor(fact).filter((_, i) => fact.asks[i] !== question);
  return others.length === 0 ? 0 : others.filter(isSame).length / others.length;
}
