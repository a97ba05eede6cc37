import type { EvaluationSet } from './evaluation-set.ts';
import { renderMarkdownTable } from './markdown-table.ts';
import { isEnough, type MeasuredQuestion, measureEvidence } from './measure-evidence.ts';
import { type Gate, type Measure, thresholds } from './thresholds.ts';

const STEPS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * For each threshold and each value it might have, the others as they are, then for all at once: how many answerable
 * questions would get no answer, and how many unanswerable ones would get one. The values in use are bold.
 */
export function renderCalibration(sets: readonly EvaluationSet[]): string {
  const measured = sets.flatMap(({ questions, snapshot }) =>
    questions.flatMap((question) => measureEvidence(question, snapshot) ?? []),
  );
  return (['compat', 'fact'] as const)
    .map((gate) =>
      renderGate(
        gate,
        measured.filter((question) => question.gate === gate),
      ),
    )
    .join('\n\n');
}

function renderGate(gate: Gate, measured: readonly MeasuredQuestion[]): string {
  const inUse = thresholds[gate];
  const values = [...new Set([...STEPS, ...inUse.values()])].sort((a, b) => a - b);
  const rows = values.map((value) => [
    value.toFixed(2),
    ...inUse.entries().map(([measure, used]) => {
      const cell = countChanges(measured, new Map(inUse).set(measure, value));
      return used === value ? `**${cell}**` : cell;
    }),
    countChanges(measured, new Map(inUse.keys().map((measure) => [measure, value]))),
  ]);
  return [describeGate(gate, measured), renderMarkdownTable(['threshold', ...inUse.keys(), 'all at once'], rows)].join(
    '\n\n',
  );
}

function describeGate(gate: Gate, measured: readonly MeasuredQuestion[]): string {
  const unanswerable = measured.filter(({ isAnswerable }) => !isAnswerable);
  const answerable = measured.length - unanswerable.length;
  const ofUnknown = unanswerable.filter(({ isOfUnknownName }) => isOfUnknownName).length;
  return `${GATE_NAMES[gate]}: ${answerable} answerable, ${unanswerable.length} unanswerable (${ofUnknown} of them ask of a name that the archive never has). Lost / let through:`;
}

const GATE_NAMES = {
  compat: 'Questions that yes or no answers',
  fact: 'Questions of fact',
} satisfies Record<Gate, string>;

function countChanges(measured: readonly MeasuredQuestion[], asked: ReadonlyMap<Measure, number>): string {
  const isAnswered = ({ evidence }: MeasuredQuestion) => isEnough(evidence, asked);
  const lost = measured.filter((question) => question.isAnswerable && !isAnswered(question)).length;
  const letThrough = measured.filter((question) => !question.isAnswerable && isAnswered(question)).length;
  return `${lost} / ${letThrough}`;
}
