import type { QuestionKind } from '#answering/question/question-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import type { FactStatus } from '#facts/fact.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findListed, findOfKind, type Listed } from './find-listed.ts';
import { findWithChip, isChip } from './find-with-chip.ts';
import { findKind, isNoSoftware, isWithinKind, isWordOfKind, type ListKind, pluralOf } from './list-kind.ts';

const SHOWN = 10;
/** How what is listed stands on the places, and how that is said of so many. */
interface Standing {
  readonly statuses: ReadonlySet<FactStatus>;
  readonly say: (count: number, joint: string, where: string) => string;
}

const isThere: Standing = {
  statuses: new Set(['yes', 'partly']),
  say: (count, joint, where) => `${count === 1 ? 'runs' : 'run'}${joint} ${where}`,
};
const isComing: Standing = {
  statuses: new Set(['planned', 'in-progress']),
  say: (count, joint, where) => `${count === 1 ? 'is' : 'are'} planned or in progress${joint || ' for'} ${where}`,
};
const isMissing: Standing = {
  statuses: new Set(['no', 'planned', 'in-progress']),
  say: (count, joint, where) =>
    `${count === 1 ? 'does' : 'do'} not run${joint === '' ? ` ${where}, or not yet` : `, or not yet,${joint} ${where}`}`,
};
const TELLING = 0.5;
const ASKS_LIST = /\b(?:which|what|list|any(?! (?:way|chance|plan|hope))|all|name|show|give me|are there)\b/i;
const OF_SOMETHING = /\b(?:for|on|with|under|from|of) (?:it|them|those|these|that|this|there)\b/i;
// Of a kind as such, wherever it runs.
const ASKS_KIND =
  /^\W*(?:(?:please|so|and|ok|hey|hi)\W+)*(?:list\b|name\b|show\b|give me\b|(?:which|what|how many)\b.*\b(?:are there|exist|do (?:you|we) (?:know|have)|does the archive (?:know|have))\b)/i;
const OTHER_THAN = /\b(?:other than|except(?: for)?|apart from)\s+(?:the\s+)?$/i;
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

const WHICH = /^\W*(?:(?:so|and|ok)\W+)?(?:which|what)\b/i;
const HOW_MANY = /^\W*(?:(?:so|and|ok)\W+)?how many\b/i;
const COMING = /\b(?:planned|coming|in progress|in the works|being ported|being worked on|on the way)\b/i;
const OF_COMING = /^(?:planned|coming|progress|works|ported|worked|way|being)$/i;

/** Answers "which databases run on arm64?" and "what runs on the Raspberry Pi?": the subjects, newest first, counted. Undefined for any other question. */
export function answerList(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, words } = understanding;
  const kind = findKind(understanding, snapshot);
  // "which databases other than Foodb …?"
  const asides = topics.filter(({ isAside, start }) => isAside && OTHER_THAN.test(question.slice(0, start)));
  // "how many databases run on arm64?" is told by counting them.
  const isCount = HOW_MANY.test(question) && understanding.counted.some((at) => isWordOfKind(words[at]?.raw, kind));
  if (noLists.has(understanding.kind) && !isCount) return undefined;
  if (
    kind !== undefined &&
    ASKS_KIND.test(question) &&
    !OF_SOMETHING.test(question) &&
    words.every(
      ({ raw, weight }, at) =>
        weight <= TELLING ||
        OF_LISTS.test(raw) ||
        isWordOfKind(raw, kind) ||
        asides.some(({ from, to }) => from <= at && at < to),
    )
  )
    return tellOfKind(kind, understanding, snapshot);
  if (!RUNS.test(question) && !COMING.test(question)) return undefined;
  // "databases on arm64", too.
  if (!isCount && !ASKS_LIST.test(question) && !isWordOfKind(words[0]?.raw, kind)) return undefined;
  const places = topics.filter(
    (topic) =>
      !topic.isAside &&
      (topic.target !== undefined || ((topic.isPlace || kind !== undefined) && topic.named !== undefined)) &&
      !isWithinKind(topic, understanding, kind),
  );
  const subjects = topics.filter(
    (topic) => !places.includes(topic) && !asides.includes(topic) && !isWithinKind(topic, understanding, kind),
  );
  const standing = NEGATED.test(question) ? isMissing : COMING.test(question) ? isComing : isThere;
  const isOpen =
    kind !== undefined ||
    SOFTWARE.test(question) ||
    (standing === isComing && /^\W*(?:(?:so|and)\s+)?what\b/i.test(question)) ||
    /\bwhat(?:'s|’s)?\s+(?:all\s+|else\s+)?(?:runs|works|boots|(?:does\s+not|doesn['’]?t)\s+(?:run|work|boot)|is\s+(?:available|supported)|can\s+(?:i|you|we)\s+run)\b/i.test(
      question,
    );
  // "which boards got Armbian with the new kernel?" asks for something else besides.
  const rest = words.filter(
    ({ raw, isNamed }) =>
      !isNamed &&
      !OF_LISTS.test(raw) &&
      !NEGATED.test(raw) &&
      !(standing === isComing && OF_COMING.test(raw)) &&
      !isWordOfKind(raw, kind),
  );
  if (places.length === 0 || subjects.length > 0 || !isOpen || rest.some(({ weight }) => weight > TELLING))
    return undefined;
  // "what runs on arm64 but not on armv6?": no fact says both.
  if (places.length > 1 && BUT_NOT.test(question)) return undefined;
  // "which cores does the Foobox use?": its parts.
  if (kind?.isHardware && HAS.test(question)) return undefined;
  // Companies and people run nowhere.
  if (kind !== undefined && NO_THING.test(kind.name)) return undefined;
  const { direct, inherited: alike } = findListed(places, kind, snapshot, standing.statuses);
  // A board "with the Sieve 33" has that very chip.
  const isOfChip = kind?.isHardware && places.some(({ target }) => target?.kind === 'device');
  const inherited = isOfChip ? [] : alike;
  const [chip] = places;
  const within =
    kind?.isHardware && standing === isThere && places.length === 1 && chip !== undefined && isChip(chip)
      ? findWithChip(chip, kind, snapshot)
      : [];
  const found = leaveOut(understanding, joinLists(direct, within, inherited));
  // "Windows on Arm" is not all of Windows.
  const nameOf = ({ target, named, words }: Topic) =>
    (target?.isOnManyProcessors ? named?.name : undefined) ?? target?.label ?? named?.name ?? words;
  const where = places.map(nameOf).join(' on ');
  // Those that do run are no answer to "which do not?".
  if (found.length === 0)
    return standing === isMissing && kind !== undefined && WHICH.test(question) ? tellNone(kind, where) : undefined;
  const { shown, more } = chooseShown(found, question);
  const what = found.length === 1 ? (kind?.name ?? 'thing') : pluralOf(kind?.name ?? 'thing');
  // What is only known of its architecture is counted apart.
  const near = places.some(({ target }) => target?.kind === 'device')
    ? { one: 'on processors like its own', all: `processors like that of ${where}` }
    : places.some(({ target }) => target?.kind === 'architecture')
      ? { one: 'by the name of its family alone', all: `a family that includes ${where}` }
      : undefined;
  // Boards run a system, programs run on a board.
  const joint = kind?.isHardware && places.every(isSoftware) ? '' : ' on';
  const counted =
    within.length > 0
      ? `${found.length} ${what} ${found.length === 1 ? 'has' : 'have'} the ${where} in ${found.length === 1 ? 'it' : 'them'}`
      : near !== undefined && direct.length > 0 && inherited.length > 0
        ? `${direct.length} ${direct.length === 1 ? (kind?.name ?? 'thing') : what} ${standing.say(direct.length, ' on', where)}, and ${inherited.length} ${near.one}`
        : `${found.length} ${what} ${standing.say(found.length, joint, direct.length === 0 ? (near?.all ?? where) : where)}`;
  return {
    ...showList(shown, (status) => statusWords[status]),
    lead: `By the archive, ${counted}${more > 0 ? '; the newest:' : ':'}`,
    notes: more > 0 ? [`And ${more} more.`] : [],
    suggestions:
      more > 0
        ? [
            kind === undefined
              ? `all software that ${standing.say(1, ' on', where)}`
              : `all ${pluralOf(kind.name)} that ${standing.say(2, joint, where)}`,
          ]
        : [],
    // "and on armv6?" asks for the same list there.
    followUp: { question, subject: pluralOf(kind?.name ?? 'program') },
  };
}

const showList = (
  shown: readonly { names: string[]; indexed: IndexedFact }[],
  sayStatus: (status: FactStatus) => string,
) => ({
  answered: true,
  verdict: undefined,
  list: {
    title: '',
    items: shown.map(
      ({ names, indexed: { fact, issue } }) =>
        `${names.join(', ')}${sayStatus(fact.status ?? 'yes')}, ${issue.id}: ${fact.says}`,
    ),
  },
  citations: shown
    .filter(({ indexed }, i, all) => all.findIndex((one) => one.indexed.article === indexed.article) === i)
    .slice(0, 3)
    .map(({ indexed }) => cite(indexed, true)),
});

const tellNone = ({ name }: ListKind, where: string): Answer => ({
  ...showList([], () => ''),
  answered: false,
  lead: `The archive says of no ${name} that it does not run on ${where}.`,
  notes: [],
  list: undefined,
  suggestions: [`which ${pluralOf(name)} run on ${where}?`],
  followUp: undefined,
});

// "which laptops are there?"
function tellOfKind(kind: ListKind, understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question } = understanding;
  const found = leaveOut(understanding, findOfKind(kind, snapshot));
  if (found.length === 0) return undefined;
  const { shown, more } = chooseShown(found, question);
  const plural = pluralOf(kind.name);
  return {
    ...showList(shown, () => ''),
    lead: `The archive tells of ${found.length} ${found.length === 1 ? kind.name : plural}${more > 0 ? '; the newest:' : ':'}`,
    notes: more > 0 ? [`And ${more} more.`] : [],
    suggestions: more > 0 ? [`list all ${plural}`] : [],
    followUp: { question, subject: plural },
  };
}

const isSoftware = ({ target, named }: Topic) =>
  target === undefined ? named !== undefined && !isNoSoftware(named) : target.kind === 'operating-system';

const leaveOut = ({ topics }: Understanding, found: readonly Listed[]) =>
  found.filter(({ name }) => !topics.some(({ isAside, named }) => isAside && named?.name === name));

// Each once, as it is first told of.
function joinLists(...lists: readonly (readonly Listed[])[]): Listed[] {
  const seen = new Set<string>();
  return lists.flat().filter(({ name }) => !seen.has(name) && seen.add(name));
}

// The newest, or all where all are asked for, and how many that leaves out.
function chooseShown(found: readonly Listed[], question: string) {
  const groups = groupByFact(found);
  const shown = ASKS_ALL.test(question) ? groups : groups.slice(0, SHOWN);
  return { shown, more: found.length - shown.reduce((sum, { names }) => sum + names.length, 0) };
}

// One sentence may say it of many, in one fact or in several: it is shown once.
function groupByFact(found: readonly Listed[]): { names: string[]; indexed: IndexedFact }[] {
  const groups = Map.groupBy(found, ({ indexed: { issue, fact } }) => `${issue.id} ${fact.status} ${fact.says}`);
  return Array.from(groups.values(), (alike) => ({
    indexed: (alike[0] as Listed).indexed,
    names: alike.map(({ name }) => name).reverse(),
  }));
}
