import { ANSWERS, matchTopic, type TopicMatch } from '#answering/choosing/match-topic.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import type { FactStatus } from '#facts/fact.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { FactIndex, IndexedFact } from '#search/fact-index.ts';
import type { Named } from '#search/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { relateTargets } from '#targets/relate-targets.ts';
import { getTarget } from '#targets/vocabulary.ts';
import { findKind, isNoSoftware, isWithinKind, isWordOfKind, type ListKind, pluralOf } from './list-kind.ts';

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
  const kind = findKind(understanding, snapshot);
  const places = topics.filter(
    (topic) =>
      (topic.target !== undefined || ((topic.isPlace || kind !== undefined) && topic.named !== undefined)) &&
      !isWithinKind(topic, understanding, kind),
  );
  const subjects = topics.filter((topic) => !places.includes(topic) && !isWithinKind(topic, understanding, kind));
  const isOpen =
    kind !== undefined ||
    SOFTWARE.test(question) ||
    /\bwhat(?:'s|’s)?\s+(?:all\s+|else\s+)?(?:runs|works|boots|is\s+(?:available|supported)|can\s+(?:i|you|we)\s+run)\b/i.test(
      question,
    );
  // "which boards got Armbian with the new kernel?" asks for something else besides.
  const rest = words.filter(({ raw, isNamed }) => !isNamed && !OF_LISTS.test(raw) && !isWordOfKind(raw, kind));
  if (places.length === 0 || subjects.length > 0 || !isOpen || rest.some(({ weight }) => weight > TELLING))
    return undefined;
  const isNegated = NEGATED.test(question);
  const { direct, inherited } = findSubjects(places, kind, snapshot, isNegated ? notThere : isThere);
  const found = [...direct, ...inherited];
  if (found.length === 0) return undefined;
  const where = places.map(({ target, named, words }) => target?.label ?? named?.name ?? words).join(' on ');
  const groups = groupByFact(found);
  const shown = ASKS_ALL.test(question) ? groups : groups.slice(0, SHOWN);
  const what = found.length === 1 ? (kind?.name ?? 'thing') : pluralOf(kind?.name ?? 'thing');
  const more = found.length - shown.reduce((sum, { names }) => sum + names.length, 0);
  // What is only known of its architecture is counted apart.
  const isMixed = direct.length > 0 && inherited.length > 0 && places.some(({ target }) => target?.kind === 'device');
  // Boards run a system, programs run on a board.
  const runs = isNegated || !kind?.isHardware || !places.every(isSoftware) ? ' on' : '';
  const counted = isMixed
    ? `${direct.length} ${what} ${sayRun(direct.length, isNegated)} on ${where}, and ${inherited.length} on processors like its own`
    : `${found.length} ${what} ${sayRun(found.length, isNegated)}${runs} ${where}`;
  return {
    answered: true,
    verdict: undefined,
    lead: `By the archive, ${counted}${more > 0 ? '; the newest:' : ':'}`,
    notes: more > 0 ? [`And ${more} more.`] : [],
    list: {
      title: '',
      items: shown.map(
        ({ names, indexed: { fact, issue } }) =>
          `${names.join(', ')}${statusWords[fact.status ?? 'yes']}, ${issue.id}: ${fact.says}`,
      ),
    },
    citations: shown
      .filter(({ indexed }, i, all) => all.findIndex((one) => one.indexed.article === indexed.article) === i)
      .slice(0, 3)
      .map(({ indexed }) => cite(indexed, true)),
    suggestions:
      more > 0
        ? [
            kind === undefined
              ? `all software that ${sayRun(1, isNegated)} on ${where}`
              : `all ${pluralOf(kind.name)} that ${sayRun(2, isNegated)}${runs} ${where}`,
          ]
        : [],
    // "and on armv6?" asks for the same list there.
    followUp: { question, subject: pluralOf(kind?.name ?? 'program') },
  };
}

const sayRun = (count: number, isNegated: boolean) =>
  isNegated ? `${count === 1 ? 'does' : 'do'} not run, or not yet,` : count === 1 ? 'runs' : 'run';

const isSoftware = ({ target, named }: Topic) =>
  target === undefined ? named !== undefined && !isNoSoftware(named) : target.kind === 'operating-system';

// One sentence may say it of many: it is shown once.
function groupByFact(found: readonly Listed[]): { names: string[]; indexed: IndexedFact }[] {
  const groups = new Map<IndexedFact, string[]>();
  for (const { name, indexed } of found) groups.set(indexed, [name, ...(groups.get(indexed) ?? [])]);
  return [...groups].map(([indexed, names]) => ({ indexed, names }));
}

interface Listed {
  readonly name: string;
  readonly indexed: IndexedFact;
  readonly level: number;
  readonly isDirect: boolean;
}

// Of each subject the newest fact on the places, where that says that it is there. On a device, what is said of the very
// device goes before what is only said of its architecture.
function findSubjects(
  places: readonly Topic[],
  kind: ListKind | undefined,
  snapshot: Snapshot,
  statuses: ReadonlySet<FactStatus>,
): { direct: Listed[]; inherited: Listed[] } {
  const newest = new Map<number, Listed>();
  for (const at of kind === undefined ? findOnPlace(places[0], snapshot) : findOfKind(places, kind, snapshot)) {
    const indexed = snapshot.index.facts[at] as IndexedFact;
    if (indexed.fact.status === undefined) continue;
    // Dropped for armv6, a program still runs on a board that can also be arm64.
    for (const [{ id }, listed] of readListed(indexed, places, kind))
      if (listed.level >= ANSWERS && listed.level >= (newest.get(id)?.level ?? 0) - AS_NEAR) newest.set(id, listed);
  }
  const there = [...newest.values()]
    .filter(({ indexed: { fact } }) => fact.status !== undefined && statuses.has(fact.status))
    .reverse()
    .sort((a, b) => compareIssueIds(b.indexed.issue.id, a.indexed.issue.id));
  return { direct: there.filter(({ isDirect }) => isDirect), inherited: there.filter(({ isDirect }) => !isDirect) };
}

// The places of all facts that may say that something runs on a place: of a large archive, looking at every fact takes too long.
function findOnPlace(place: Topic | undefined, { index }: Snapshot): Uint32Array {
  const { named, target } = place ?? {};
  const lists = named === undefined ? [] : [index.byName.get(named.id) ?? []];
  if (target !== undefined)
    for (const [id, list] of index.byTarget) if (relateTargets(target, getTarget(id)) !== 'none') lists.push(list);
  return inOrder(lists);
}

// The places of all facts that say how one of the kind stands, and of those of the places asked about.
function findOfKind(places: readonly Topic[], kind: ListKind, { index }: Snapshot): Uint32Array {
  const known = ofKinds.get(index) ?? new Map<string, readonly number[]>();
  ofKinds.set(index, known);
  // Any hardware is called a machine, and a machine may be a kind of its own.
  const key = `${kind.name} ${kind.isHardware}`;
  const ofKind = known.get(key) ?? listKind(kind, index);
  known.set(key, ofKind);
  const named = places.map((place) => place.named).filter((one) => one !== undefined);
  return inOrder([ofKind, ...named.map((one) => listAbout(one, index))]);
}

// What is first of all about it; far more may be on it, where it is an architecture.
function listAbout(named: Named, { byName, facts }: FactIndex): readonly number[] {
  const known = ofSubjects.get(named);
  if (known !== undefined) return known;
  const list = (byName.get(named.id) ?? []).filter((at) => facts[at]?.about[0] === named);
  ofSubjects.set(named, list);
  return list;
}

const ofSubjects = new WeakMap<Named, readonly number[]>();

// By the kind's name, once it was asked for.
const ofKinds = new WeakMap<FactIndex, Map<string, readonly number[]>>();

const listKind = (kind: ListKind, { facts }: FactIndex) =>
  Array.from(facts.keys()).filter((at) => {
    const { fact, about } = facts[at] as IndexedFact;
    return fact.status !== undefined && about[0] !== undefined && kind.has(about[0]);
  });

// One that is in two lists comes twice: it says the same again.
function inOrder(lists: readonly (readonly number[])[]): Uint32Array {
  const places = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    places.set(list, at);
    at += list.length;
  }
  return places.sort();
}

// The things that a fact says run on the places: its subject; and where it is the place that it is about ("Foodix runs on
// the Millboard"), what it says that this runs on.
function readListed(indexed: IndexedFact, places: readonly Topic[], kind: ListKind | undefined): [Named, Listed][] {
  const [subject] = indexed.about;
  if (subject === undefined) return [];
  if (places.some(({ named }) => named === subject))
    return places.length > 1 || kind === undefined
      ? []
      : indexed.on
          .flatMap(({ names }) => names)
          .filter((named) => kind.has(named))
          .map((named) => [named, { name: named.name, indexed, level: 1, isDirect: true }]);
  if (kind === undefined ? isNoSoftware(subject) : !kind.has(subject)) return [];
  const matches = places.map((place) => matchTopic(place, indexed, () => false));
  // For Windows on some Arm machine is not on this board.
  if (matches.some((match, i) => places[i]?.target?.kind === 'device' && isForSystem(match))) return [];
  const isDirect = matches.every(({ relation }) => relation === undefined || directWords.has(relation));
  const level = Math.min(...matches.map(({ onLevel }) => onLevel));
  return [[subject, { name: subject.name, indexed, level, isDirect }]];
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
