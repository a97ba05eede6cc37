import { isSystem } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { ONLY_SINCE } from './question-kind.ts';
import { type FollowUp, isHardware, type Topic } from './topic.ts';
import { type Understand, understandOnce } from './understand-question.ts';

const PRONOUN =
  /\b(?:it|its|this|that one|that(?= (?:run|work|support|have|come|exist|cost|mean|use)\b)|(?<=\b(?:for|with|about|of|to|on) )that(?=\W*$)|they|them|these|those)\b/i;
const GOES_ON =
  /^\W*(?:(?:ok|okay|hm+|right|fine|thanks|cool|great|nice|yes|no)\W+)*(?:and|also|but|so|or|what about|how about|then|on|for|with|same)\b/i;
const ASKS_MORE = /^\W*(?:and\s+)?(?:since when|who|when|where|how|which|why|what)\b/i;
const ASKS_PROOF =
  /^\W*(?:really|are you sure|sure|is that (?:true|right|so)|seriously|source|sources|proof|says who|who says(?: so)?|(?:(?:can|could) you |please )?(?:repeat|say) (?:that|it)(?: again)?(?: please)?|how do you know|link|links|got a link|when was (?:that|this|it)|when did (?:they|you|it) (?:say|write) (?:that|so|this)|(?:from |of )?(?:when|which issue) is (?:that|this)|which issue(?: (?:says|said) (?:that|so|this))?)\W*$/i;
// "and the price?"
const ONLY_VALUE =
  /^\W*(?:(?:and|but|so|ok|okay|what about|how about|what(?:'s|’s| is| was| are| were))\s+)*(?:the |its |their )?((?:list |retail |base )?price|cost|weight|licen[cs]e|memory|ram|battery|screen|size|release date|speed|power consumption|home ?page|web ?site|address|source code|documentation|docs)s?\W*$/i;
const ONLY_WHETHER =
  /^\W*(?:(?:and|but|so|or|h+m+|ok|okay|well)\W+)?(?:does|do|can|could|is|are|will|would)\s+(?:the |a |an |my )?$/i;
const NOTHING_MORE = /^\W*(?:(?:do|work|be (?:ok|okay|fine|enough))\W*)?(?:too|also|as well|then|instead)?\W*$/i;
const ONLY_AND = /^\W*(?:and|or|what about|how about)\s+$/i;
const ONLY_NUMBER = /^\W*(?:and|or|what about|how about)\s+(?:on |for )?(?:the |a |an )?(\d{1,2}[a-z+]{0,2})\W*$/i;
const ASKS_ALL =
  /^\W*(?:(?:ok|and|please|can you|could you)\W+)*(?:tell (?:me|us) more|(?:some |any |and )?more|(?:more |any |the )?details?)(?:\s+(?:about|on|of) (?:it|that|this))?(?:\s+please)?\W*$/i;
const ASKS_REASON = /^\W*(?:(?:and|but|hm+|ok|so)\W+)?(?:why|how come|why (?:not|is that|so))\W*$/i;
const ASKS_ALTERNATIVE =
  /^\W*(?:(?:and|ok|so|h+m+|are there|is there|do you know|any|some|other|good|an|what)\W+)*(?:alternatives?|substitutes?|replacements?)(?:\s+(?:to|for)\s+(?:it|that|this))?(?:\s+then)?\W*$/i;
const OF_ALTERNATIVES =
  /^\W*(?:(?:and|ok|so|hey|hi|are there|is there|do you know|any|some|other|good|free|open source|an?|the|what|which|what are)\W+)*(?:alternatives?|substitutes?|replacements?)\s+(?:to|for|of)\s+(?!(?:it|that|this)\b)/i;
// "is there a workaround?", "any known problems?": of what was talked about.
const ONLY_OF_IT =
  /^\W*(?:(?:and|but|so|ok|hm+)\W+)*(?:(?:is|are) there|any|got|do you (?:know|have))\s+(?:(?:an?|any|some|known|good|more|other)\s+)*(workarounds?|fix(?:es)?|patch(?:es)?|problems?|issues|bugs|downloads?|images?|packages?|binaries|documentation|docs|tutorials?|guides?|reviews?|benchmarks?)(?:\s+(?:yet|now|known))?\W*$/i;
const MOST_WORDS = 9;
const ONLY_BITS = /^(\W*(?:(?:and|but|what about|how about|on|for|with)\s+){0,2})(32|64)[\s-]?bits?(?=\W*$)/i;

/** A question made whole: what it leaves out is put in from what the conversation is about. */
export function resolveFollowUp(
  said: string,
  snapshot: Snapshot,
  followUp: FollowUp | undefined,
  understand: Understand = understandOnce(snapshot),
): string {
  if (OF_ALTERNATIVES.test(said)) return askForOthers(said, understand) ?? said;
  if (followUp === undefined || said.trim() === '') return said;
  // "and 32-bit?": that Arm.
  const question = said.replace(ONLY_BITS, '$1$2-bit arm');
  if (ASKS_PROOF.test(question)) return followUp.question;
  const [, value] = ONLY_VALUE.exec(question) ?? [];
  if (value !== undefined) return `what is the ${value} of ${followUp.subject}?`;
  const [, number] = ONLY_NUMBER.exec(question) ?? [];
  if (number !== undefined) return replaceNumber(number, followUp, understand) ?? question;
  if (ASKS_ALL.test(question)) return `tell me about ${followUp.subject}`;
  if (ASKS_REASON.test(question)) return `why ${followUp.question}`;
  if (ASKS_ALTERNATIVE.test(question)) return askOfKind(followUp, snapshot, understand) ?? question;
  if (ONLY_OF_IT.test(question)) return `${question.replace(/\W+$/, '')} for ${followUp.subject}?`;
  if (ONLY_SINCE.test(question)) return `since when ${followUp.question}`;
  const { topics, unknownNames, words } = understand(question);
  if (unknownNames.length > 0) return question;
  const subjects = topics.filter(
    ({ named, target, isPlace, isDoubtful }) =>
      named !== undefined && !isDoubtful && (target === undefined || !isPlace),
  );
  const isOfHardware = understand(followUp.question).topics.some(
    (topic) => topic.named?.name === followUp.subject && isHardware(topic),
  );
  const isPlaceToBe = (topic: Topic) => topic.target !== undefined || (isHardware(topic) && !isOfHardware);
  const targets = topics.filter(isPlaceToBe);
  // "i have a Millbook, does Foodix run on it?": what it is stands before it.
  const pronoun = question.search(PRONOUN);
  if (topics.some(({ isStory, end }) => isStory && end <= pronoun)) return question;
  if (pronoun >= 0 && subjects.every(({ named }) => named?.name !== followUp.subject))
    return question.replace(
      PRONOUN,
      findMachine(question, followUp, understand) ??
        findListedPlace(question, followUp, understand) ??
        followUp.subject,
    );
  if (question.trim().split(/\s+/).length > MOST_WORDS) return question;
  const [only] = topics;
  // "windows?"
  const isBare =
    topics.length === 1 && only !== undefined && isPlaceToBe(only) && words.every(({ isNamed }) => isNamed);
  // "does foodb?", "and foodb?", also where the name is a word of the language: there is nothing else in it.
  const isAll = only !== undefined && topics.length === 1 && NOTHING_MORE.test(question.slice(only.end));
  const before = only === undefined ? '' : question.slice(0, only.start);
  if (isAll && (ONLY_WHETHER.test(before) || (only.isDoubtful && ONLY_AND.test(before))))
    return isPlaceToBe(only) && !isOfSystem(followUp, understand) && !isOfValue(followUp, understand)
      ? replacePlaces([only], understand, followUp)
      : replaceSubject(only, understand, followUp);
  const own = subjects.filter(({ isPlace }) => !isPlace);
  // "how about quernd on windows?" is whole.
  const isWhole =
    subjects.some(({ isPlace }) => !isPlace) && topics.some(({ isPlace, isDoubtful }) => isPlace && !isDoubtful);
  if (!isWhole && (isBare || GOES_ON.test(question))) {
    if (
      topics.length === 1 &&
      only !== undefined &&
      !only.isPlace &&
      namesSystem(only) &&
      isOfSystem(followUp, understand)
    )
      return replaceSubject(only, understand, followUp);
    // "how many cores has the Foobox?", "and the Barbox?": as many of that.
    if (
      topics.length === 1 &&
      only?.named !== undefined &&
      !only.isPlace &&
      isHardware(only) &&
      isOfHardware &&
      isOfValue(followUp, understand)
    )
      return replaceSubject(only, understand, followUp);
    if (own.every(isPlaceToBe) && targets.length > 0) return replacePlaces(targets, understand, followUp);
    if (own.length === 1 && targets.length === 0) return replaceSubject(own[0] as Topic, understand, followUp);
  }
  // "who announced?", "since when?": of what was talked about.
  return topics.length === 0 && ASKS_MORE.test(question) && !TELLS_ENOUGH.test(question)
    ? `${question.replace(/\W+$/, '')} ${followUp.subject}?`
    : question;
}

// "does Foodix run on the Millbook 3?", "and on the 4?": another model of it.
function replaceNumber(number: string, followUp: FollowUp, understand: Understand): string | undefined {
  const place = understand(followUp.question).topics.find(
    ({ target, named, words }) => target !== undefined && named?.name !== followUp.subject && /\d/.test(words),
  );
  const before = followUp.question;
  return place && `${before.slice(0, place.start)}${place.words.replace(/\d.*$/, number)}${before.slice(place.end)}`;
}

// "any alternative?": whatever else of its kind runs there.
function askOfKind({ question, subject }: FollowUp, { names }: Snapshot, understand: Understand): string | undefined {
  const kind = names.find(subject)?.kind[0];
  const place = understand(question).topics.find(
    ({ target, named }) => target !== undefined && named?.name !== subject,
  );
  return kind === undefined || place === undefined
    ? undefined
    : `which ${kind}s other than ${subject} run on ${place.words}?`;
}

// "an alternative to Foodb on arm64?": the same of what is named.
function askForOthers(question: string, understand: Understand): string | undefined {
  const { topics } = understand(question);
  const thing = topics.find(({ named, isDoubtful }) => named !== undefined && named.kind.length > 0 && !isDoubtful);
  const place = topics.find((topic) => topic !== thing && topic.target !== undefined);
  if (thing === undefined || topics.some((topic) => topic !== thing && topic !== place)) return undefined;
  const where = place === undefined ? 'are there' : `run on ${place.words}`;
  return `which ${thing.named?.kind[0]}s other than ${thing.words} ${where}?`;
}

// "is there a Foodix for the Millbook?", "how much ram has it?": it can only be the Millbook.
const OF_MACHINES =
  /\b(?:cost|price|how much is|ram|memory|cores?|cpu|processor|ports?|usb|ethernet|gpu|weighs?|weight|battery|screen|display|watts?|buy|order)\b/i;

// "how much memory does it need?" is asked of a program.
const NEEDS = /\b(?:needs?|requires?|uses?|takes?|consumes?)\b/i;

function findMachine(question: string, { question: before, subject }: FollowUp, understand: Understand) {
  if (!OF_MACHINES.test(question) || NEEDS.test(question)) return undefined;
  const { topics } = understand(before);
  const isOfMachine = topics.some((topic) => topic.named?.name === subject && isHardware(topic));
  return isOfMachine ? undefined : topics.find((topic) => isHardware(topic) && topic.named !== undefined)?.named?.name;
}

// "what runs on the Millbook?", "does Foodix run on it?": the one thing that a list is of.
function findListedPlace(question: string, { question: before, subject }: FollowUp, understand: Understand) {
  const { topics, unknownNames } = understand(before);
  const isOfList = !unknownNames.includes(subject) && topics.every(({ named }) => named?.name !== subject);
  // "does Foodix run on the Millbook?", "what else runs on it?"
  // "and is there Quernix for it?": for the Millbook.
  const isThereFor =
    IS_THERE_FOR.test(question) && understand(question).topics.some(({ named, isPlace }) => named && !isPlace);
  if (!(isOfList && ONE.test(question)) && !WHAT_ON.test(question) && !isThereFor) return undefined;
  return topics.find(({ target, isPlace }) => target !== undefined || isPlace)?.words;
}

const WHAT_ON = /^\W*(?:and\s+)?(?:which|what|list)\b(?!.*\bdo(?:es)?\b).*\b(?:for|on) (?:it|this|that)\b/i;
const IS_THERE_FOR = /^\W*(?:(?:and|so|ok|but)\W+)*(?:is|are) there\b.*\bfor (?:it|this|that)\W*$/i;
const ONE = /\b(?:it|its|this|that)\b/i;

// "what's the weather?" goes back to nothing.
const TELLS_ENOUGH = /\b(?:the|a|an|your|my|our|is|are|was)\b/i;

const namesSystem = ({ named, target }: Topic) =>
  target?.kind === 'operating-system' || (named !== undefined && isSystem(named));

// "does Foodix run on the Foobox?", "and Quernix?": another system, on the same board.
const isOfSystem = ({ question, subject }: FollowUp, understand: Understand) =>
  understand(question).topics.some((topic) => topic.named?.name === subject && namesSystem(topic));

// Asked for something else than whether.
const isOfValue = ({ question }: FollowUp, understand: Understand) => {
  const { kind } = understand(question);
  return kind !== 'compat' && kind !== 'any' && kind !== 'list';
};

function replacePlaces(targets: readonly Topic[], understand: Understand, followUp: FollowUp): string {
  const { question, subject } = followUp;
  const [target] = targets;
  const listed = findPlaceOfList(followUp, understand);
  if (listed !== undefined && target !== undefined && targets.length === 1) {
    if (namesSystem(target) && isHardware(listed)) return `does ${target.words} run on ${listed.words}?`;
    if (isHardware(target) && namesSystem(listed)) return `does ${listed.words} run on ${target.words}?`;
  }
  const words = targets.map(({ words }) => words).join(' and ');
  const { kind, topics } = understand(question);
  const before = topics.filter(({ target, named }) => target !== undefined && named?.name !== subject);
  const [place] = before;
  // Since when, nobody may have said; whether it does is told with its date.
  if (before.length !== 1 || place === undefined || kind === 'when') return `does ${subject} run on ${words}?`;
  return `${question.slice(0, place.start)}${words}${question.slice(place.end)}`;
}

// "what runs on the Millbook?", "and Foodb?": whether that is one of them. "which boards run Foodix?", "and the Millbook?": too.
function findPlaceOfList({ question, subject }: FollowUp, understand: Understand): Topic | undefined {
  const { kind, topics, unknownNames } = understand(question);
  const isOfSubject = topics.some(({ named, isPlace }) => named?.name === subject && !isPlace);
  if (kind !== 'list' || isOfSubject || unknownNames.includes(subject)) return undefined;
  const places = topics.filter(({ target, isPlace }) => target !== undefined || isPlace);
  return places.length === 1 ? places[0] : undefined;
}

function replaceSubject({ words }: Topic, understand: Understand, { question, subject }: FollowUp): string {
  const place = findPlaceOfList({ question, subject }, understand);
  if (place !== undefined) return `does ${words} run on ${place.words}?`;
  const at = question.indexOf(subject);
  const unknown = at < 0 ? undefined : { start: at, end: at + subject.length };
  const before = understand(question).topics.find(({ named }) => named?.name === subject) ?? unknown;
  return before === undefined
    ? `tell me about ${words}`
    : `${question.slice(0, before.start)}${words}${question.slice(before.end)}`;
}
