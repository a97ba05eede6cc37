// Grows a forest that judges whether a fact, or a passage of an issue without facts, answers, from questions with known
// answers, and writes it where the program reads it.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { traitNames } from '#answering/judging/candidate-traits.ts';
import { estimateLikelihood } from '#answering/judging/forest.ts';
import type { Question } from './evaluation/question.ts';
import { readQuestions } from './evaluation/read-questions.ts';
import { type Example, type Growth, growForest } from './fit/grow-forest.ts';
import { type Archives, loadArchives } from './fit/load-archives.ts';
import { readExamples, readExamplesOfOne, readPassageExamples } from './fit/read-examples.ts';

const root = join(import.meta.dirname, '..');
const folders = ['tries', 'exams'].map((name) => join(root, 'test/fixtures/evaluation', name));
const growth: Growth = {
  trees: 300,
  rate: 0.1,
  leaves: 16,
  minExamples: 30,
  smoothing: 5,
  parts: 32,
  rows: 0.7,
  columns: 0.4,
};

interface Kind {
  readonly file: string;
  readonly growth: Growth;
  readonly read: (question: Question, archives: Archives) => Example[];
  /** More to grow from, which is not tried. */
  readonly readMore: (question: Question, archives: Archives) => Example[];
}

const kinds: Record<string, Kind> = {
  facts: { file: 'answer-forest.json', growth, read: readExamples, readMore: readExamplesOfOne },
  // More trees judge no better here: 100 and 200 were tried.
  passages: {
    file: 'passage-forest.json',
    growth: { ...growth, trees: 60 },
    read: readPassageExamples,
    readMore: () => [],
  },
};

const usage = `usage: npm run -s fit -- facts|passages [--content DIR] [--dry-run]
  facts          the forest that judges facts
  passages       the forest that judges the sentences of articles without facts: it is asked as if none had any
  --content DIR  the issues that the questions are asked of (default: content). Facts that were mended after the questions
                 had been asked make them too easy: give the content as it was before (docs/answer-quality.md says which)
  --dry-run      print how well it does on each set without having seen it, and write nothing
`;
const { values, positionals } = parseArgs({
  options: {
    content: { type: 'string', default: join(root, 'content') },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});
const [kind] = positionals.flatMap((name) => kinds[name] ?? []);
if (values.help) process.stdout.write(usage);
else if (kind === undefined || positionals.length > 1) {
  process.stderr.write(`Say which forest to grow, facts or passages.\n${usage}`);
  process.exitCode = 2;
} else await fit(kind, values.content, values['dry-run']);

async function fit({ file, growth, read, readMore }: Kind, content: string, isDryRun: boolean): Promise<void> {
  const archives = await loadArchives(content);
  const sets = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => {
        const questions = readQuestions(join(folder, name));
        return {
          name,
          questions: questions.map((question) => read(question, archives)),
          more: questions.flatMap((question) => readMore(question, archives)),
        };
      }),
  );
  if (isDryRun) for (const { name } of sets) process.stdout.write(`${name}: ${tryWithout(name, sets, growth)}\n`);
  else {
    const examples = examplesOf(sets);
    const path = join(root, 'src/answering/judging', file);
    writeFileSync(path, `${JSON.stringify(growForest(traitNames, examples, growth))}\n`);
    process.stdout.write(`${path}: from ${examples.length} candidates of ${sets.length} sets of questions\n`);
  }
}

// How often the candidate that seems likeliest is an answer, where there is one, to a forest that has not seen the set.
function tryWithout(name: string, sets: readonly QuestionSet[], growth: Growth): string {
  const forest = growForest(traitNames, examplesOf(sets.filter((set) => set.name !== name)), growth);
  const answerable = (sets.find((set) => set.name === name)?.questions ?? []).filter((examples) =>
    examples.some(({ isYes }) => isYes),
  );
  const right = answerable.filter((examples) => {
    const likelihoods = examples.map(({ traits }) => estimateLikelihood(forest, traits));
    return examples[likelihoods.indexOf(Math.max(...likelihoods))]?.isYes;
  });
  return `the likeliest answers ${((100 * right.length) / answerable.length).toFixed(1)} % of ${answerable.length}`;
}

interface QuestionSet {
  readonly name: string;
  readonly questions: readonly (readonly Example[])[];
  readonly more: readonly Example[];
}

function examplesOf(sets: readonly QuestionSet[]): Example[] {
  return sets.flatMap(({ questions, more }) => [...questions.flat(), ...more]);
}
