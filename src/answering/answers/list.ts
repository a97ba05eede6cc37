import { ANSWERS, matchTopic, type TopicMatch } from '#answering/choosing/match-topic.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import type { FactStatus } from '#facts/fact.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { IndexedFact } from '#search/fact-index.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { stemWord } from '#search/words/tokenize.ts';

const SHOWN = 10;
const isThere: ReadonlySet<FactStatus> = new Set(['yes', 'partly']);
const notThere: ReadonlySet<FactStatus> = new Set(['no', 'planned', 'in-progress']);
const TELLING = 0.5;
const ASKS_LIST = /\b(?:which|what|list|any|all|name|show|give me|are there)\b/i;
const ASKS_ALL = /\ball\b|\bfull list\b|\bevery\b/i;
const RUNS =
  /\b(?:runs?|works?|boots?|supports?|supported|available|exist|there|have|has|can i (?:run|use|install)|for|on|with)\b/i;
const OF_LISTS = /^(?:list|name|show|software|things|stuff|programs?|projects?|apps?|applications?|everything|all)$/i;
const SOFTWARE = /\b(?:software|things|stuff|programs|projects|apps?|everything)\b/i;
const statusWords = {
  yes: '',
  partly: ' (partly)',
  'in-progress': ' (in progress)',
  planned: ' (planned)',
  no: ' (no)',
} as const;

// What does not run there, or not yet.
const NEGATED =
  /\b(?:not|never|no longer|(?:is|are|do|does|did|was|wo|ca|could|would)n['’]?t|cannot|without|lacks?|unsupported|incompatible|fails?)\b/i;

/** Answers "which databases run on arm64?" and "what runs on the Raspberry Pi?": the subjects, newest first, counted. Undefined for any other question. */
export function answerList(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, words } = understanding;
  if (!ASKS_LIST.test(question) || !RUNS.test(question)) return undefined;
  const places = topics.filter(
    ({ target, isPlace, named }) => target !== undefined || (isPlace && named !== undefined),
  );
  const kind = findKind(understanding, snapshot);
  const subjects = topics.filter((topic) => !places.includes(topic) && !isWithinKind(topic, kind));
  const isOpen =
    kind !== undefined ||
    SOFTWARE.test(question) ||
    /\bwhat(?:'s|’s)?\s+(?:all\s+|else\s+)?(?:runs|works|boots|is\s+(?:available|supported)|can\s+(?:i|you|we)\s+run)\b/i.test(
      question,
    );
  // "which boards got Armbian with the new kernel?" asks for something else besides.
  const rest = words.filter(
    ({ raw, isNamed }) => !isNamed && !OF_LISTS.test(raw) && !stemOf(kind ?? '').includes(stemWord(raw.toLowerCase())),
  );
  if (places.length === 0 || subjects.length > 0 || !isOpen || rest.some(({ weight }) => weight > TELLING))
    return undefined;
  const isNegated = NEGATED.test(question);
  const found = findSubjects(places, kind, snapshot, isNegated ? notThere : isThere);
  if (found.length === 0) return undefined;
  const where = places.map(({ target, named, words }) => target?.label ?? named?.name ?? words).join(' on ');
  const shown = ASKS_ALL.test(question) ? found : found.slice(0, SHOWN);
  const what =
    kind === undefined ? (found.length === 1 ? 'thing' : 'things') : found.length === 1 ? kind : pluralOf(kind);
  const more = found.length - shown.length;
  return {
    answered: true,
    verdict: undefined,
    lead: `By the archive, ${found.length} ${what} ${sayRun(found.length, isNegated)} on ${where}${more > 0 ? '; the newest:' : ':'}`,
    notes: more > 0 ? [`And ${more} more.`] : [],
    list: {
      title: '',
      items: shown.map(
        ({ about, fact, issue }) =>
          `${about[0]?.name ?? ''}${statusWords[fact.status ?? 'yes']}, ${issue.id}: ${fact.says}`,
      ),
    },
    citations: shown.slice(0, 3).map((one) => cite(one, true)),
    suggestions:
      more > 0
        ? [
            kind === undefined
              ? `all software that ${sayRun(1, isNegated)} on ${where}`
              : `all ${pluralOf(kind)} that ${sayRun(2, isNegated)} on ${where}`,
          ]
        : [],
    followUp: undefined,
  };
}

const sayRun = (count: number, isNegated: boolean) =>
  isNegated ? `${count === 1 ? 'does' : 'do'} not run, or not yet,` : count === 1 ? 'runs' : 'run';

// The kinds that the archive's subjects have, by their stems and by the last words of these ("language" for "programming language").
const kindsOf = new WeakMap<Snapshot, ReadonlyMap<string, string>>();

function findKind({ words }: Understanding, snapshot: Snapshot): string | undefined {
  const kinds = kindsOf.get(snapshot) ?? readKinds(snapshot);
  kindsOf.set(snapshot, kinds);
  // "programming languages" before "languages".
  for (let length = MAX_KIND_WORDS; length > 0; length--)
    for (let end = length; end <= words.length; end++) {
      if (!isPlural(words[end - 1]?.raw ?? '')) continue;
      const run = words.slice(end - length, end).map(({ raw }) => raw);
      const kind = run.some((word) => /[\s-]/.test(word)) ? undefined : kinds.get(stemOf(run.join(' ')));
      if (kind !== undefined) return kind;
    }
  return undefined;
}

const MAX_KIND_WORDS = 3;

function readKinds({ names }: Snapshot): ReadonlyMap<string, string> {
  const whole = new Map(names.all.flatMap(({ kind }) => kind.map((one) => [stemOf(one), one] as const)));
  const kinds = new Map(whole);
  for (const [stem, kind] of whole)
    for (let at = stem.indexOf(' '); at >= 0; at = stem.indexOf(' ', at + 1)) {
      const last = stem.slice(at + 1);
      if (!kinds.has(last)) kinds.set(last, kind);
    }
  return kinds;
}

const stemOf = (kind: string) =>
  kind
    .toLowerCase()
    .split(/[\s-]+/)
    .map(stemWord)
    .join(' ');
const isPlural = (words: string) => /s$/i.test(words);
const pluralOf = (kind: string) =>
  /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`;

function isWithinKind({ words }: Topic, kind: string | undefined): boolean {
  return kind !== undefined && stemOf(kind).includes(stemOf(words));
}

// Of each subject the newest fact on the places, where that says that it is there. On a device, what is said of the very
// device goes before what is only said of its architecture.
function findSubjects(
  places: readonly Topic[],
  kind: string | undefined,
  { index }: Snapshot,
  statuses: ReadonlySet<FactStatus>,
): IndexedFact[] {
  const newest = new Map<number, { indexed: IndexedFact; isDirect: boolean; level: number }>();
  for (const indexed of index.facts) {
    const [subject] = indexed.about;
    if (subject === undefined || indexed.fact.status === undefined || places.some(({ named }) => named === subject))
      continue;
    if (kind === undefined ? subject.kind.some((one) => noSoftware.has(one)) : !subject.kind.includes(kind)) continue;
    const matches = places.map((place) => matchTopic(place, indexed, () => false));
    const level = Math.min(...matches.map(({ onLevel }) => onLevel));
    // Dropped for armv6, a program still runs on a board that can also be arm64.
    if (level < ANSWERS || level < (newest.get(subject.id)?.level ?? 0) - AS_NEAR) continue;
    // For Windows on some Arm machine is not on this board.
    if (matches.some((match, i) => places[i]?.target?.kind === 'device' && isForSystem(match))) continue;
    newest.set(subject.id, {
      indexed,
      level,
      isDirect: matches.every(({ relation }) => relation === undefined || directWords.has(relation)),
    });
  }
  const there = [...newest.values()]
    .filter(({ indexed: { fact } }) => fact.status !== undefined && statuses.has(fact.status))
    .reverse()
    .sort((a, b) => compareIssueIds(b.indexed.issue.id, a.indexed.issue.id));
  const direct = there.filter(({ isDirect }) => isDirect);
  return [...direct, ...there.filter(({ isDirect }) => !isDirect)].map(({ indexed }) => indexed);
}

const isForSystem = ({ place, relation }: TopicMatch) =>
  relation !== 'same' &&
  relation !== 'asked-includes-said' &&
  (place?.targets.some(({ kind, id, isA }) => kind === 'operating-system' && id !== 'linux' && isA !== 'linux') ??
    false);

const AS_NEAR = 0.1;
const directWords: ReadonlySet<string> = new Set([
  'same',
  'asked-includes-said',
  'runs-on-device',
  'usually-means',
  'every-architecture',
]);
const noSoftware = new Set(
  'person,company,organization,team,event,publication,newsletter,board,case,accessory,server,cluster,laptop,desktop computer,processor,server processor,phone,tablet,system on module,supercomputer,cloud'.split(
    ',',
  ),
);
