import { answerQuestion } from '#answering/answers/answer-question.ts';
import { commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** A name of one word makes a plain example. */
const PLAIN_NAME = /^\p{Lu}[\p{L}\d.+-]{2,20}$/u;
/** So many are tried at most: each costs an answer. */
const MAX_TRIED = 40;

const examplesOf = new WeakMap<Snapshot, string[]>();

/**
 * Questions that this archive answers with yes, newest first, each of another subject; the first example of the command
 * list where the archive has none that is plain enough. Each has been asked: none is offered that its own answer does not carry.
 */
export function findExampleQuestions(snapshot: Snapshot, limit: number): readonly string[] {
  const known = examplesOf.get(snapshot) ?? [];
  examplesOf.set(snapshot, known);
  if (known.length < limit) collect(snapshot, limit, known);
  return known.length > 0 ? known.slice(0, limit) : [commandList[0].examples[0]];
}

/** A command's examples, on subjects that this archive has in place of those that it has not. */
export function fillExamples({ name, examples }: CommandSpec, snapshot: Snapshot): readonly string[] {
  if (snapshot.names.find(LISTED) !== undefined) return examples;
  const [question = '', other] = findExampleQuestions(snapshot, 2);
  if (name === 'ask') return other === undefined ? [question] : [question, `ask ${other}`];
  const [, plain] = /^does (\S+) run on /.exec(question) ?? [];
  if (plain === undefined || plain === LISTED) return examples;
  const joined = snapshot.index.facts.findLast(
    ({ status, about }) => status === 'yes' && NAME_OF_TWO.test(about[0]?.name ?? ''),
  )?.about[0]?.name;
  return examples.flatMap((example) => {
    if (!example.includes(QUOTED)) return example.replace(LISTED, plain);
    return joined === undefined ? [] : example.replace(QUOTED, `"${joined}"`);
  });
}

// What the list of commands has in its examples.
const LISTED = 'samba';
const QUOTED = '"samba for mac"';
const NAME_OF_TWO = /^\p{Lu}[\p{L}\d]+ \p{Lu}[\p{L}\d]+$/u;

function collect(snapshot: Snapshot, limit: number, examples: string[]): void {
  const seen = new Set<string>();
  let tried = 0;
  for (const one of snapshot.index.facts.toReversed()) {
    if (examples.length >= limit || tried >= MAX_TRIED) return;
    const { status, about, on } = one;
    const [subject] = about;
    const target = on.find(({ targets }) => targets.length === 1 && targets[0]?.kind === 'architecture')?.targets[0];
    if (subject === undefined || target === undefined || status !== 'yes' || seen.has(subject.name)) continue;
    seen.add(subject.name);
    if (!PLAIN_NAME.test(subject.name) || subject.kind.includes('person')) continue;
    tried++;
    const question = `does ${subject.name} run on ${target.label}?`;
    const isCarried =
      /\bruns?\b|\bworks?\b/i.test(one.fact.says) && answerQuestion(question, snapshot).verdict === 'yes';
    if (isCarried && !examples.includes(question)) examples.push(question);
  }
}
