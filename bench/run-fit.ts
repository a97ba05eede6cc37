// Grows the forest that judges whether a fact answers, from questions with known answers, and writes it where the program reads it.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { traitNames } from '#answering/judging/candidate-traits.ts';
import { estimateLikelihood } from '#answering/judging/forest.ts';
import { readQuestions } from './evaluation/read-questions.ts';
import { type Example, growForest } from './fit/grow-forest.ts';
import { loadArchives } from './fit/load-archives.ts';
import { readExamples, readExamplesOfOne } from './fit/read-examples.ts';

const root = join(import.meta.dirname, '..');
const FOREST = join(root, 'src/answering/judging/answer-forest.json');
const folders = ['tries', 'exams'].map((name) => join(root, 'test/fixtures/evaluation', name));
const growth = {
  trees: 300,
  rate: 0.1,
  leaves: 16,
  minExamples: 30,
  smoothing: 5,
  parts: 32,
  rows: 0.7,
  columns: 0.4,
};

const usage = `usage: npm run -s fit -- [--content DIR] [--dry-run]
  --content DIR  the issues that the questions are asked of (default: content). Facts that were mended after the questions
                 had been asked make them too easy: give the content as it was before (docs/answer-quality.md says which)
  --dry-run      print how well it does on each set without having seen it, and write nothing
`;
const { values } = parseArgs({
  options: {
    content: { type: 'string', default: join(root, 'content') },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) process.stdout.write(usage);
else await fit(values.content, values['dry-run']);

async function fit(content: string, isDryRun: boolean): Promise<void> {
  const archives = await loadArchives(content);
  const sets = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .sort()
      .map((file) => ({
        name: file,
        questions: readQuestions(join(folder, file)).map((question) => ({
          examples: readExamples(question, archives),
          ofOne: readExamplesOfOne(question, archives),
        })),
      })),
  );
  if (isDryRun) for (const { name } of sets) process.stdout.write(`${name}: ${tryWithout(name, sets)}\n`);
  else {
    const examples = examplesOf(sets);
    writeFileSync(FOREST, `${JSON.stringify(growForest(traitNames, examples, growth))}\n`);
    process.stdout.write(`${FOREST}: from ${examples.length} facts of ${sets.length} sets of questions\n`);
  }
}

// How often the fact that seems likeliest is an answer, where there is one, to a forest that has not seen the set.
function tryWithout(name: string, sets: readonly QuestionSet[]): string {
  const forest = growForest(traitNames, examplesOf(sets.filter((set) => set.name !== name)), growth);
  const answerable = (sets.find((set) => set.name === name)?.questions ?? [])
    .map(({ examples }) => examples)
    .filter((examples) => examples.some(({ isYes }) => isYes));
  const right = answerable.filter((examples) => {
    const likelihoods = examples.map(({ traits }) => estimateLikelihood(forest, traits));
    return examples[likelihoods.indexOf(Math.max(...likelihoods))]?.isYes;
  });
  return `the likeliest fact answers ${((100 * right.length) / answerable.length).toFixed(1)} % of ${answerable.length}`;
}

interface QuestionSet {
  readonly name: string;
  readonly questions: readonly { readonly examples: readonly Example[]; readonly ofOne: readonly Example[] }[];
}

function examplesOf(sets: readonly QuestionSet[]): Example[] {
  return sets.flatMap(({ questions }) => questions.flatMap(({ examples, ofOne }) => [...examples, ...ofOne]));
}
