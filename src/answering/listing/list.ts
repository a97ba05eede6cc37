import type { QuestionKind } from '#answering/question/question-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import type { FactStatus } from '#facts/fact.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findListed, type Listed } from './find-listed.ts';
import { findKind, isNoSoftware, isWithinKind, isWordOfKind, pluralOf } from './list-kind.ts';

const SHOWN = 10;
const isThere: ReadonlySet<FactStatus> = new Set(['yes', 'partly']);
const notThere: ReadonlySet<FactStatus> = new Set(['no', 'planned', 'in-progress']);
const TELLING = 0.5;
const ASKS_LIST = /\b(?:which|what|list|any(?! (?:way|chance|plan|hope))|all|name|show|give me|are there)\b/i;
const ASKS_ALL = /\ball\b|\bfull list\b|\bevery\b/i;
const RUNS =
  /\b(?:runs?|works?|boots?|supports?|supported|available|exist|there|have|has|uses?|offers?|sells?|rents?|provides?|can i (?:run|use|install)|for|on|with)\b/i;
// "how many cores …?", "where is a list of …?": asks for one thing.
const noLists: ReadonlySet<QuestionKind> = new Set(['amount', 'where', 'when', 'who', 'version', 'why']);
const OF_LISTS = /^(?:list|name|show|software|things|stuff|programs?|projects?|apps?|applications?|everything|all)$/i;
const SOFTWARE = /\b(?:software|things|stuff|programs|projects|apps?|everything)\b/i;
const NO_THING = /^(?:company|organization|person|team|event|publication|newsletter)$/;
const HAS = /\b(?:does|do|did|has)\b.*\b(?:use|have|got|contain|come with|carry)\b/i;
const statusWords = {
  yes: '',
  partly: ' (partly)',
  'in-progress': ' (in progress)',
  planned: ' (planned)',
  no: ' (no)',
} as const;

const BUT_NOT = /\b(?:but|and|yet) not\b/i;
// What does not run there, or not yet.
const NEGATED =
  /\b(?:not|never|no longer|(?:is|are|do|does|did|was|wo|ca|could|would)n['’]?t|cannot|without|lacks?|unsupported|incompatible|fails?|broken|(?:has|have|had|having|with|in) (?:\w+ )?(?:problems?|trouble|troubles|bugs|difficulties))\b/i;

/** Answers "which databases run on arm64?" and "what runs on the Raspberry Pi?": the subjects, newest first, counted. Undefined for any other question. */
export function answerList(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, words } = understanding;
  if (noLists.has(understanding.kind) || !RUNS.test(question)) return undefined;
  const kind = findKind(understanding, snapshot);
  // "databases on arm64", too.
  if (!ASKS_LIST.test(question) && !isWordOfKind(words[0]?.raw, kind)) return undefined;
  const places = topics.filter(
    (topic) =>
      !topic.isAside &&
      (topic.target !== undefined || ((topic.isPlace || kind !== undefined) && topic.named !== undefined)) &&
      !isWithinKind(topic, understanding, kind),
  );
  const subjects = topics.filter((topic) => !places.includes(topic) && !isWithinKind(topic, understanding, kind));
  const isOpen =
    kind !== undefined ||
    SOFTWARE.test(question) ||
    /\bwhat(?:'s|’s)?\s+(?:all\s+|else\s+)?(?:runs|works|boots|(?:does\s+not|doesn['’]?t)\s+(?:run|work|boot)|is\s+(?:available|supported)|can\s+(?:i|you|we)\s+run)\b/i.test(
      question,
    );
  // "which boards got Armbian with the new kernel?" asks for something else besides.
  const rest = words.filter(
    ({ raw, isNamed }) => !isNamed && !OF_LISTS.test(raw) && !NEGATED.test(raw) && !isWordOfKind(raw, kind),
  );
  if (places.length === 0 || subjects.length > 0 || !isOpen || rest.some(({ weight }) => weight > TELLING))
    return undefined;
  // "what runs on arm64 but not on armv6?": no fact says both.
  if (places.length > 1 && BUT_NOT.test(question)) return undefined;
  const isNegated = NEGATED.test(question);
  // "which cores does the Foobox use?": its parts.
  if (kind?.isHardware && HAS.test(question)) return undefined;
  // Companies and people run nowhere.
  if (kind !== undefined && NO_THING.test(kind.name)) return undefined;
  const { direct, inherited: alike } = findListed(places, kind, snapshot, isNegated ? notThere : isThere);
  // A board "with the Sieve 33" has that very chip.
  const isOfChip = kind?.isHardware && places.some(({ target }) => target?.kind === 'device');
  const inherited = isOfChip ? [] : alike;
  const found = [...direct, ...inherited];
  if (found.length === 0) return undefined;
  const where = places.map(({ target, named, words }) => target?.label ?? named?.name ?? words).join(' on ');
  const groups = groupByFact(found);
  const shown = ASKS_ALL.test(question) ? groups : groups.slice(0, SHOWN);
  const what = found.length === 1 ? (kind?.name ?? 'thing') : pluralOf(kind?.name ?? 'thing');
  const more = found.length - shown.reduce((sum, { names }) => sum + names.length, 0);
  // What is only known of its architecture is counted apart.
  const near = places.some(({ target }) => target?.kind === 'device')
    ? { one: 'on processors like its own', all: `processors like that of ${where}` }
    : places.some(({ target }) => target?.kind === 'architecture')
      ? { one: 'by the name of its family alone', all: `a family that includes ${where}` }
      : undefined;
  // Boards run a system, programs run on a board.
  const joint = kind?.isHardware && places.every(isSoftware) ? '' : ' on';
  const counted =
    near !== undefined && direct.length > 0 && inherited.length > 0
      ? `${direct.length} ${direct.length === 1 ? (kind?.name ?? 'thing') : what} ${sayRuns(direct.length, isNegated, ' on', where)}, and ${inherited.length} ${near.one}`
      : `${found.length} ${what} ${sayRuns(found.length, isNegated, joint, direct.length === 0 ? (near?.all ?? where) : where)}`;
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
              ? `all software that ${sayRuns(1, isNegated, ' on', where)}`
              : `all ${pluralOf(kind.name)} that ${sayRuns(2, isNegated, joint, where)}`,
          ]
        : [],
    // "and on armv6?" asks for the same list there.
    followUp: { question, subject: pluralOf(kind?.name ?? 'program') },
  };
}

function sayRuns(count: number, isNegated: boolean, joint: string, where: string): string {
  if (!isNegated) return `${count === 1 ? 'runs' : 'run'}${joint} ${where}`;
  return `${count === 1 ? 'does' : 'do'} not run${joint === '' ? ` ${where}, or not yet` : `, or not yet,${joint} ${where}`}`;
}

const isSoftware = ({ target, named }: Topic) =>
  target === undefined ? named !== undefined && !isNoSoftware(named) : target.kind === 'operating-system';

// One sentence may say it of many, in one fact or in several: it is shown once.
function groupByFact(found: readonly Listed[]): { names: string[]; indexed: IndexedFact }[] {
  const groups = Map.groupBy(found, ({ indexed: { issue, fact } }) => `${issue.id} ${fact.status} ${fact.says}`);
  return Array.from(groups.values(), (alike) => ({
    indexed: (alike[0] as Listed).indexed,
    names: alike.map(({ name }) => name).reverse(),
  }));
}
