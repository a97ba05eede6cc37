import { formatMonth, monthNames } from '#newsletter/days/format-day.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import { PRICE_WORDS, type QuestionKind } from './question-kind.ts';
import type { Topic } from './topic.ts';

const MONTH = `(?:${monthNames.join('|')})`;
const DATE = new RegExp(
  String.raw`\b${MONTH}\b|\b(?:19|20)\d\d\b|\bQ[1-4]\b|\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b`,
);
const NUMBER =
  /(?<![\w./-])[~$€£]?\d[\d.,]*\+?(?:\s?%|[a-z]{0,6})?(?![\w/-])|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|double|twice|quarter)\b/i;
// Numbers that count nothing: dates, and the versions and models of names.
const NO_AMOUNT = new RegExp(
  String.raw`\b(?:\d{1,2}(?:[-–]\d{1,2})? )?${MONTH}(?: \d{1,2}(?!\d))?(?:,? (?:19|20)\d\d)?|\b(?:19|20)\d\d\b|\b(?:release|version|kernel|beta|issue|request|patch|week) \d[\d.]*|\b(?!Of|At|In|The|With|Up|From|About|Has)\p{Lu}[\p{L}.+-]* \d[\d.]*(?![\d.]|[ -]?(?:%|cores?|threads?|[KMGT]i?B|[GMk]?Hz|nodes?|watts?|percent|million|thousand|billion|packages|images|users|devices|boards|servers|machines|dollars|times))`,
  'gu',
);
const ADDRESS =
  /[\w-]\.(?:com|org|net|io|dev|edu|gov|info|de|fr|jp|uk|eu|co|ly|me|ai|cloud|tech|us|tv|fm|cc)\b|https?:/i;
const NUMBERED = /\d\.\d|\b(?:version|kernel|release)\s+\d/;
const AFTER_NAME = new RegExp(String.raw`(?<![\p{L}+])(?!${MONTH})(\p{Lu}[\p{L}+]*)\s\d`, 'gu');
const humans = new Set(['person']);
// A company is none of these.
const ROLE =
  /\b(?:(?:developer|maintainer|author|lead|leader|editor|founder|ceo|cfo|cto|coo|chief \w+(?: officer)?|chairman|chairwoman|chair|head|boss|president|inventor|person|engineer|manager)s?|wrote|writes)\b/i;
/** Kinds of subjects that make things, and do not run. */
export const people: ReadonlySet<string> = new Set(['person', 'company', 'organization', 'team']);
const REASON = /\b(?:because|since|due to|reason|so that|thanks to|owing to|as it|explain)\b/i;

const tests: Partial<Record<QuestionKind, (fact: IndexedFact) => boolean>> = {
  when: ({ fact }) => DATE.test(fact.says),
  amount: ({ fact }) => hasAmount(fact.says),
  where: ({ fact }) => ADDRESS.test(fact.says) || /\b(?:in|at|from)\s+(?:the\s+)?\p{Lu}/u.test(fact.says),
  version: ({ fact }) => NUMBERED.test(fact.says) || fact.says.search(AFTER_NAME) >= 0,
  who: ({ fact, about }) =>
    about.some(({ kind }) => kind.some((one) => people.has(one))) || /\bby (?:the )?\p{Lu}/u.test(fact.says),
  why: ({ fact }) => REASON.test(fact.says),
  how: ({ fact }) =>
    /\b(?:can|use[ds]?|run|set|add|with|should|instead|workarounds?|needs?|ha(?:s|ve) to|avoid\w*|command|option|flag|patch|by \w+ing)\b|--\w/i.test(
      fact.says,
    ),
  list: ({ fact }) => fact.on.length > 2 || /,[^,]+,? and /.test(fact.says),
  what: ({ fact }) => /\b(?:is|are) (?:an?|the|one)\b/i.test(fact.says),
};

/** Whether it says where on the web something is. */
export const hasAddress = ({ fact }: IndexedFact): boolean => ADDRESS.test(fact.says);

/** Does the sentence hold what was asked for: a date for when, a number for how many? */
export function fitsKind(kind: QuestionKind, indexed: IndexedFact): boolean {
  return tests[kind]?.(indexed) ?? false;
}

/** A value without which a sentence is no answer. */
export type Wanted =
  /** What a thing costs. */
  | 'price'
  /** What is paid for a part that is sold, of a thing that may itself be free: support, a subscription. */
  | 'fee'
  /** Money of any kind: what was raised, paid for a company, invested. */
  | 'sum'
  | 'weight'
  | 'duration'
  | 'end'
  | 'number'
  /** How fast: in figures, or in words. */
  | 'speed'
  /** How many times as much. */
  | 'factor'
  | 'person'
  | 'human'
  | 'date'
  /** When something is to be. */
  | 'due'
  /** A city or a country. */
  | 'place'
  | 'version'
  | 'address'
  | 'any';

const SUM =
  /[$€£¥]\s?\d|\b(?:USD|EUR|GBP|CHF|CZK|JPY|CNY|INR)\s?\d|\b\d[\d,.]*\s?(?:(?:thousand|million|billion)\s)?(?:US\s+)?(?:dollars|euros?|usd|eur|gbp|pounds|yen|yuan|cents)\b/i;
// "how is it priced?"
const PRICED = /\b(?:charged|billed|priced?|pays?|paid) (?:by|per) /i;
const FREE = /\bfree\b(?! (?:and open|software|as in))|\bgratis\b|\b(?:no|without) (?:charge|cost|payment)\b/i;

const RAISED = /\b(?:rais(?:e[ds]?|ing)|funding|invest(?:ed|s|ments?)|goal)\b/i;

/** Whether it names a sum of money. */
export const hasSum = ({ fact }: IndexedFact): boolean => SUM.test(fact.says);

const ASKS_PRICE = new RegExp(
  String.raw`${PRICE_WORDS}|\b(?:fees?|(?<!\b(?:on|per|an?|one|single|full|the|battery)\s)charges?|charged|how much money|how (?:expensive|much (?:is|are|for|money|does|do|did|would|will)))\b`,
  'i',
);

// "free or paid only?", "do I have to pay for it?": that it is to be had says nothing of it.
const ASKS_FREE =
  /\b(?:is|are|was|were|be)\b[^,.;?!]*(?<![\w-])free(?:\s+of\s+(?:charge|cost)|\s+(?:or|for|to\s+(?:use|download|get|attend))\b|\s*[,.;?!]|\s*$)|\bpaid[ -]only\b|\b(?:only|free|or) paid\b|\b(?:have|need|got) to pay\b|\bwithout paying\b/i;

const ASKS_END =
  /\b(?:(?:until|till) (?:when|what|which)\b|by when\b|by (?:what|which) (?:date|day|month|year)\b|end[\s-]of[\s-](?:support|life|maintenance)\b|eol\b|(?:support|maintenance) ends?\b|deadlines?\b)/i;

const ASKS_DUE =
  /\bwhen\b.{0,20}\bwill\b|\b(?:due|expected|eta)\b|\bwhen (?:do|does)\b.*\b(?:ship|start|come|begin|open|arrive|launch|go on sale)\b/i;
const ASKS_PLACE =
  /\bwhere (?:is|are|was|were|does|do)\b.*\b(?:based|located|headquartered|situated|sit|come from)\b|\b(?:which|what) (?:city|town|country)\b|\bheadquarters\b/i;

/** Which value a question asks for. */
export function readWanted(kind: QuestionKind, question: string): Wanted {
  if (OF_CURRENCY.test(question)) return 'sum';
  const wanted = readValue(kind, question);
  if (wanted !== 'price' || ASKS_FREE.test(question)) return wanted;
  if (OF_SALE.test(question)) return 'fee';
  return OF_MONEY.test(question) ? 'sum' : 'price';
}

const OF_CURRENCY = /\bhow many (?:\w+ )?(?:dollars|euros?|bucks|pounds sterling|francs|yen|cents|usd|eur|gbp)\b/i;

const OF_SALE = /\b(?:subscriptions?|support|maintenance|contracts?|commercial|enterprise|premium)\b/i;

const OF_MONEY =
  /\b(?:rais(?:e[ds]?|ing)|fund\w*|campaign\w*|invest\w*|crowd\w*|deal|bid|purchase|acqui\w*|buy(?:s|ing)?|bought|takeover|merger|worth|valu\w+|spen[dt]|paid|pay(?:s|ing)?|bring in|brought in|backers|budget|prize|award|grant|sponsor\w*|revenue|sales|market|donat\w+|round|how much money)\b/i;

function readValue(kind: QuestionKind, question: string): Wanted {
  if (/\b(?:how heavy|weigh|weight)\b/i.test(question)) return 'weight';
  if (kind !== 'where' && ASKS_PRICE.test(question))
    return /\bhow much (?:does|do|did|would|will)\b(?!.*\b(?:cost|go for|sell|charge|pay|spend|raise|bring in|fetch|be|set (?:me|us|you|one|them|a \w+) back)\b)/i.test(
      question,
    )
      ? 'number'
      : 'price';
  if (ASKS_FREE.test(question)) return 'price';
  if (/\b(?:what|how much)\b.*\b(?:pay|paid|bid)\b/i.test(question)) return 'price';
  // "until which year is it supported?": that it was released in one is no answer.
  if (ASKS_END.test(question) && kind !== 'compat') return 'end';
  if (/\bhow long (?:does|do|did|will|would|is|are|was|were|has|have|can)\b/i.test(question)) return 'duration';
  if (
    /\bwhat (?:do|does|would|will|did)\b.*\b(?:go for|sell for|want for|ask for|take for|(?:start|retail|sell) at|set (?:me|us|you) back)\b/i.test(
      question,
    )
  )
    return 'price';
  if (kind === 'list' && /\bnames? of\b/i.test(question) && ROLE.test(question)) return 'human';
  if (
    /\bhow much (?:fast|slow|quick|big|small|large|cheap|long|short|high|low|heavi|light)er\b|\bhow much (?:better|worse)\b/i.test(
      question,
    )
  )
    return 'factor';
  if (kind === 'amount') return /\bhow (?:fast|slow|quick(?:ly)?)\b/i.test(question) ? 'speed' : 'number';
  if (kind === 'who') return ROLE.test(question) ? 'human' : 'person';
  if (kind === 'when') return ASKS_DUE.test(question) ? 'due' : 'date';
  if (ASKS_PLACE.test(question)) return 'place';
  return kind === 'version' ? 'version' : 'any';
}

// When something was so is not when it will be.
const AS_OF =
  /\([^()]*\b(?:19|20)\d\d\)|^By (?!\d)(?:the end of )?(?:\w+ )?(?:19|20)\d\d\b(?=.*(?<!\bwill )\b(?:has|have|had)\b)|\bas of (?:the )?(?:(?:early|mid|late)[ -])?(?:\w+ ){0,2}(?:\d{1,2}, )?(?:19|20)\d\d/gi;

// "Foodb 9 is out as of June 2031": that is when, as far as anybody says.
const OUT = /(?<!\bnot )\b(?:out|released|launched),? (?:as of|in|on|since) (?:\w+ ){0,3}(?:19|20)\d\d/i;
// When somebody told it is not when it was, nor is for how long a thing has been there, told in passing.
const TOLD_IN =
  /\b(?:says?|writes?|wrote|reports?|reported|reportedly)\b[^,.;]{0,40}? in (?:(?:early|mid|late)[ -])?(?:\w+ )?(?:19|20)\d\d|, \w+ since (?:19|20)\d\d,/gi;

/** Does a fact hold the value? */
export function holdsWanted(wanted: Wanted, indexed: IndexedFact, topics: readonly Topic[] = []): boolean {
  if (wanted === 'any' || wanted === 'address') return true;
  const says = indexed.fact.says.replace(ADDRESSES, '');
  if (wanted === 'price' || wanted === 'fee')
    return (SUM.test(says) && !RAISED.test(says)) || PRICED.test(says) || (wanted === 'price' && FREE.test(says));
  if (wanted === 'sum') return SUM.test(says) || FREE.test(says);
  if (wanted === 'weight') return WEIGHT.test(says);
  if (wanted === 'duration') return DURATION.test(says);
  if (wanted === 'end') return END.test(says);
  if (wanted === 'number' || wanted === 'speed')
    return hasAmount(says) || (wanted === 'speed' && /\b(?:fast|slow|quick)/i.test(says));
  if (wanted === 'factor') return hasAmount(says) && FACTOR.test(says);
  if (wanted === 'human') return namesSomebody(indexed, topics, humans);
  if (wanted === 'person') return namesSomebody(indexed, topics);
  if (wanted === 'place') return PLACE.test(says.replaceAll(MONTHS_OF_YEAR, ''));
  if (wanted === 'due') return OUT.test(says) || DATE.test(withoutOwnMonth(says.replace(AS_OF, ''), indexed));
  if (wanted === 'date') return OUT.test(says) || DATE.test(says.replace(AS_OF, '').replace(TOLD_IN, ''));
  return hasVersion(says, topics);
}

const PLACE = /\b(?:in|at|from|near|of) (?:the )?\p{Lu}\p{Ll}+|\b\p{Lu}\p{Ll}+, \p{Lu}/u;
const MONTHS_OF_YEAR = new RegExp(String.raw`\b(?:in|at|from|of) ${MONTH}\b`, 'g');
const FACTOR = /\d|\b(?:twice|half|double|triple|times|fold)\b/i;

// "In May 2031 the port is under way", told in May 2031, says nothing of when it will be done.
function withoutOwnMonth(says: string, { issue }: IndexedFact): string {
  const [name, year] = formatMonth(issue.date.day).split(' ');
  const own = TO_COME.test(says) ? 'of' : '(?:in|of)';
  return says.replaceAll(new RegExp(String.raw`\b${own} (?:${name} )?${year}\b`, 'gi'), '');
}

const TO_COME = /\b(?:will|aims?|due|expected|planned|scheduled|to (?:be|come|ship|release|launch))\b/i;

// "the Millbox 2400" is no version of what was asked about.
const hasVersion = (says: string, topics: readonly Topic[]) =>
  NUMBERED.test(says) ||
  [...says.matchAll(AFTER_NAME)].some(([, name = '']) =>
    topics.some(({ words }) => words.toLowerCase().includes(name.toLowerCase())),
  );

const WEIGHT = /\d\s?(?:kg|g|grams?|kilos?|kilograms?|pounds?|lbs?|ounces?|oz|tons?|tonnes?)\b/i;
const DURATION =
  /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|since|until|till|through|from)\b|\d\s?(?:s|ms|min|h|hrs?)\b/i;

const END = /\b(?:until|till|through|to|due|deadlines?|by|before|within|end(?:s|ed|ing)?|expires?|close[sd]?)\b/i;

const ADDRESSES = /(?:https?:\/\/)?(?<![\w-]|[\w-]\.)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\/\S*/gi;

// Somebody, or some company, other than the one that was asked about.
function namesSomebody({ fact, about }: IndexedFact, topics: readonly Topic[], kinds = people): boolean {
  // What is no part of the sentence is not told by it; of a person, the last name is enough.
  const isTold = ({ name, also }: Named) =>
    [name, ...also].some((one) => fact.says.includes(one.slice(one.lastIndexOf(' ') + 1)));
  const others = about.filter((named) => isTold(named) && !topics.some((topic) => topic.named === named));
  if (
    others.some(
      ({ kind, name }) =>
        kind.some((one) => kinds.has(one)) ||
        (kind.length === 0 && /^\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{L}+$/u.test(name)),
    )
  )
    return true;
  if (kinds === humans) return false;
  const [, by] = /\b(?:by|from) (?:the )?(\p{Lu}[\p{L}.-]*)/u.exec(fact.says) ?? [];
  return by !== undefined && !topics.some(({ words }) => words.toLowerCase().includes(by.toLowerCase()));
}

const hasAmount = (says: string) =>
  NUMBER.test(
    says
      .replace(ADDRESSES, '')
      .replace(/--?\w\S*/g, '')
      .replace(NO_AMOUNT, ''),
  );
