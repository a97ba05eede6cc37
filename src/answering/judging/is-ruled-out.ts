import type { TopicMatch } from '#answering/choosing/match-topic.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import { holdsWanted, type Wanted } from '#answering/question/fits-kind.ts';
import { isHardware, type Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import { LEVEL } from './is-on-places.ts';

// So little of what was said besides names is nothing of it.
const HARDLY = 0.05;
// How much must be said of what has no name.
const NAMING = 0.25;

/** Whether a fact never answers, however well it fits: it is said of another version, of something else, or lacks the value asked for. */
export const isRuledOut = (understanding: Understanding, one: RankedFact): boolean =>
  isOfOtherVersion(understanding, one) ||
  isOfOtherWidth(understanding, one) ||
  isOfSomethingElse(understanding, one) ||
  isOfUnwrittenThing(understanding, one) ||
  isOfThird(understanding, one) ||
  !one.hasCounted ||
  one.lacksMeasured ||
  isOfOther(understanding, one) ||
  isOfNoLeader(understanding, one) ||
  isOfProduct(understanding, one) ||
  isDefinition(understanding, one) ||
  lacksWhatIsAsked(understanding, one) ||
  !holdsWanted(understanding.wanted, one.indexed, understanding.topics);

// "when is Foodb 9.1 out?": of that version, what is said of Foodb 8.0, or of any other thing's 8.0, is none.
function isOfOtherVersion({ topics, words }: Understanding, { lacksVersion, indexed }: RankedFact): boolean {
  const says = indexed.fact.says.toLowerCase();
  // "Foodb 29 is due on 30 October" is none of Foodb 30, though it has a 30.
  const isOfAnother = (topic: Topic) => {
    const asked = words[topic.to];
    if (!asked?.isVersion || (asked.isStory && !topic.isNeeded)) return false;
    const [, own = ''] = /^v?(\d[\d.]*\d|\d)/i.exec(asked.raw) ?? [];
    const names = new Set([topic.words, topic.named?.name ?? topic.words]);
    const told = Array.from(names, (name) => numbersBehind(says, name.toLowerCase())).flat();
    return (
      told.length > 0 && !told.some((one) => one === own || one.startsWith(`${own}.`) || own.startsWith(`${one}.`))
    );
  };
  if (topics.some(isOfAnother) || words.some(({ raw, isVersion }) => isVersion && hasOtherRelease(says, raw)))
    return true;
  const hasNumber = (topic: Topic) => numbersBehind(says, topic.words.toLowerCase()).length > 0;
  return lacksVersion && (/\d\.\d/.test(says) || topics.some(hasNumber));
}

// "Foodb 1.0.3 runs there" says nothing of Foodb 1.0.0, though both are releases of 1.0.
function hasOtherRelease(says: string, asked: string): boolean {
  const [, own = '', line = ''] = /^v?((\d+\.\d+)\.\d[\d.]*)$/i.exec(asked) ?? [];
  const told = says.match(/(?<![\d.])\d+(?:\.\d+)+/g) ?? [];
  return (
    own !== '' &&
    told.some((one) => one.startsWith(`${line}.`)) &&
    !told.some((one) => one === own || own.startsWith(`${one}.`) || one.startsWith(`${own}.`))
  );
}

// "does it run in 64 bits?": that it runs in 32-bit mode is no yes.
function isOfOtherWidth({ question }: Understanding, { indexed }: RankedFact): boolean {
  const [asked, ...more] = widthsIn(question);
  const said = widthsIn(indexed.fact.says);
  return asked !== undefined && more.length === 0 && said.length > 0 && !said.includes(asked);
}

// "32- and 64-bit", "in 32 and in 64 bits": both.
const WIDTH = /\b(32|64)(?=[\s-]{0,2}(?:(?:and|or|\/|&)\s?(?:in\s)?(?:32|64)[\s-]?)?bits?\b)/gi;
const widthsIn = (text: string) => [...new Set(Array.from(text.matchAll(WIDTH), ([width]) => width))];

// "can foodb make tea?": of tea nobody has written, and that foodb runs is no answer.
const isOfUnwrittenThing = ({ kind, topics, words }: Understanding, { found }: RankedFact) =>
  kind === 'compat' &&
  topics.length === 1 &&
  found < HARDLY &&
  words.some(({ isNamed, isStory, isVersion, terms }) => !isNamed && !isStory && !isVersion && terms.length === 0);

// "does Foodix run on Millux?", "does arm64 run armv7?": that a third thing runs on both is no yes.
const isOfThird = ({ kind, topics }: Understanding, { topics: matches }: RankedFact) =>
  kind === 'compat' &&
  topics.length > 1 &&
  new Set(topics.map(({ target }) => target?.kind)).size === 1 &&
  topics.every(({ target }, i) => {
    const match = matches[i];
    return target !== undefined && target.kind !== 'device' && match?.isAbout === false && match.onLevel > 0;
  });

// "who is the boss of Millsoft?", "who runs Millsoft?": whoever else is named beside it is none.
const isOfNoLeader = ({ kind, topics, question }: Understanding, { indexed }: RankedFact) =>
  kind === 'who' &&
  (LEADER.test(question) || (topics.length === 1 && LEADS.test(question))) &&
  !LEADING.test(indexed.fact.says);

const LEADER = /\b(?:ceo|chief|(?<!\b(?:my|our) )boss|in charge)\b/i;
const LEADS = /\bwho(?:'s| is)? (?:runs|running|heads|heading|leads|leading)\b/i;
const LEADING =
  /\b(?:c[eft]o|chief|boss|president|chair\w*|director|(?:head|lead|manag|found|start)(?:s|e[dr]s?|ers?|ing)?|led|runs?)\b/i;

// The numbers that stand right behind a name.
function numbersBehind(says: string, name: string): string[] {
  const numbers: string[] = [];
  for (let at = says.indexOf(name); at >= 0; at = says.indexOf(name, at + 1)) {
    const [, number] = /^\s+v?(\d[\d.]*\d|\d)/.exec(says.slice(at + name.length)) ?? [];
    if (number !== undefined) numbers.push(number);
  }
  return numbers;
}

// Asked whether, what does not speak of all that was named is no answer, however it is worded; nor is anything to a place alone.
function isOfSomethingElse({ kind, topics, unknownNames }: Understanding, one: RankedFact): boolean {
  if (kind !== 'compat' && kind !== 'any') return false;
  const isOfNothing =
    topics.length > 0 && topics.every(({ target, named }) => target !== undefined && named === undefined);
  return (
    (isOfNothing && one.found < NAMING) ||
    (kind === 'compat' && unknownNames.length > 0) ||
    topics.some(({ words }) => unknownNames.includes(words)) ||
    topics.some(
      ({ isDoubtful, isStory, isPlace, target }, i) =>
        !isDoubtful && !isStory && !(isPlace && target === undefined) && (one.topics[i]?.level ?? 0) < LEVEL,
    )
  );
}

// "how much memory has the Foobox 4?", "when was Foodb released?": what is said of a Millbox 4, and of Quernd, be it in an article that has both.
function isOfOther({ kind, wanted, topics }: Understanding, { topics: matches, indexed }: RankedFact): boolean {
  if (kind === 'compat' || kind === 'list') return false;
  const asked = topics.flatMap((topic, i) =>
    topic.isDoubtful || (topic.isStory && !topic.isNeeded) || topic.isAside ? [] : [{ topic, match: matches[i] }],
  );
  const says = indexed.fact.says.toLowerCase();
  return (
    asked.length === 1 &&
    asked.some(
      ({ topic, match }) =>
        !topic.isPlace &&
        (isHardware({ ...topic, isStory: false }) || (ofOne.has(wanted) && topic.named !== undefined)) &&
        isOnOther(match) &&
        !hasAllWords(says, (topic.named?.name ?? topic.words).toLowerCase()),
    )
  );
}

// "what does a Millboard cost?", of a board that has its maker's name: what another thing of that maker costs.
const isOfProduct = ({ wanted, topics, words }: Understanding, { indexed: { about, makers } }: RankedFact) =>
  ofOne.has(wanted) &&
  topics.length === 1 &&
  topics.some(
    (topic) => isHardware(topic) && topic.named && about[0] !== topic.named && makers.includes(topic.named),
  ) &&
  words.every(({ isNamed, isEssential, weight }) => isNamed || isEssential || weight < HARDLY_SAID);

const HARDLY_SAID = 0.35;

// "does it need a lid?", "can it emulate a lid?", "any trouble with it?": that it runs with one, or at all, tells none of these.
const lacksWhatIsAsked = ({ question, polarity }: Understanding, { indexed: { fact } }: RankedFact) =>
  (fact.status === 'yes' || fact.status === 'planned') &&
  ((fact.status === 'yes' && TRADE.test(question) && !TRADED.test(fact.says)) ||
    (fact.status === 'planned' && STILL.test(question)) ||
    (/^\W*(?:does|do|will|did)\b.*\b(?:need|require)\b/i.test(question) && !NEED.test(fact.says)) ||
    (/\bemulate\b/i.test(question) && !/\bemulat/i.test(fact.says)) ||
    (polarity === 'trouble' &&
      /^\W*(?:any|are there|is there)\b|\bever\b/i.test(question) &&
      !TROUBLE.test(fact.says)));

// "is it still made?", "can anybody order one?"
const TRADE =
  /\bstill (?:being )?(?:made|produced|manufactured|sold)\b|\b(?:can|could|does|do|did)\s+(?:\p{L}+\s+){1,4}(?:(?<!\bin )order|buy|sell)\b/iu;
const TRADED =
  /\b(?:sell|sold|sale|order|buy|bought|ship|deliver|availab|discontinu|produc|made|mak|manufactur|market|retail|releas|offer|backer|backed|pledg|rent(?:s|ed|al)?\b|cost|price)|[$€£]/i;

// "is it made already, or are they still at it?" is none.
const STILL = /^\W*(?:is|are|does|do)\b(?!.*\bor\b.*\bstill\b).*\bstill\b/i;
const NEED = /\b(?:need|requir|must|ha(?:s|ve) to|only|without|depend|necess)\w*/i;
const TROUBLE = /\b(?:not?\b|(?:bug|problem|issue|trouble|fail|crash|broken|break|fix|error|slow|limit|lack)\w*)/i;

// "which boards run Foodix?": what Foodix is names none, unless boards are told of.
function isDefinition({ kind, topics, question }: Understanding, { indexed }: RankedFact): boolean {
  const [, asked = ''] = /\b(?:which|what)\s+(\p{L}+?)s?\b/iu.exec(question) ?? [];
  const says = indexed.fact.says.toLowerCase();
  return (
    kind === 'list' &&
    indexed.on.length === 0 &&
    topics.some(({ named }) => named && says.startsWith(`${named.name.toLowerCase()} is a`)) &&
    !says.includes(asked.toLowerCase())
  );
}

// "the campaign for the Foobox" is the Foobox campaign.
const hasAllWords = (says: string, name: string) => {
  const words = new Set(says.split(NO_WORD));
  return name.split(NO_WORD).every((word) => words.has(word) || words.has(`${word}s`));
};

const NO_WORD = /[^\p{L}\p{N}]+/u;

const ofOne: ReadonlySet<Wanted> = new Set([
  'price',
  'fee',
  'sum',
  'weight',
  'duration',
  'number',
  'speed',
  'human',
  'date',
  'due',
]);

// What is said of another, though it be on the same architecture.
const isOnOther = (match: TopicMatch | undefined) =>
  match === undefined ||
  match.level <= LEVEL ||
  (!match.isAbout && match.relation !== undefined && match.relation !== 'same');
