import type { Snapshot } from '#search/snapshot.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';
import type { Topic } from './topic.ts';
import { type Understanding, understandQuestion } from './understand-question.ts';

/** What somebody wants to hear of: a subject, and where. */
export interface NamedTopic {
  /** By the archive's name for it; as it was typed where the archive has none. */
  readonly subject: string;
  readonly isKnown: boolean;
  readonly target: Target | undefined;
  /** A place that was named and is no target. */
  readonly strangePlace: string | undefined;
}

const PLACE = /^(.*\S)\s+(?:on|for|under)\s+(?:the\s+|an?\s+)?(\S.*)$/i;
const MAX_SUBJECT = 60;
const ASKS = 'does ';
const RUNS = ' run?';
const RUNS_ON = ' run on ';
// What may stand around a name and is no part of it: little words, what there is of a product, its version, a word for machines.
const AROUND =
  /^(?:the|an?|my|our|your|this|that|any|all|new|newest|latest|official|native|for|of|on|about|from|and|or|when|news|updates?|changes?|anything|everything|something|support|supported|ports?|releases?|versions?|v?\d[\w.]*|builds?|packages?|images?|binar(?:y|ies)|running|runs?|works?|boards?|servers?|machines?|devices?|please)$/i;
// "does … run on armv7", "is there any … for armv7", "can I use … on armv7".
const ASKED =
  /^(?:(?:does|do|did|will|is|are|has|can|could) )?(?:(?:i|we|you|one) (?:run|use|install|get|build) )?(?:there )?(?:(?:an?|any|the|my|our) )?(\S.*?) (?:(?:now|yet|already|ever) )?(?:(?:runs?|running|works?|working|boots?|builds?|available|supported|ported) )?(?:on|for|under|with|to) (\S.*)$/i;
const LAST_MARKS = /(?<![?!.\s])[?!.\s]+$/;
const ASKING = /^(?:it|they|that|this|those|these|he|she|which|what|who|how|when|where|why|whose)\b/i;

/** Reads "samba on riscv64" as the question would be read whether it runs there. Undefined for a text that names nothing. */
export function readTopic(text: string, snapshot: Snapshot): NamedTopic | undefined {
  const typed = text.trim();
  if (!/[\p{L}\p{N}]/u.test(typed)) return undefined;
  const whole = findName(typed, snapshot);
  if (whole !== undefined) return { subject: whole, isKnown: true, target: undefined, strangePlace: undefined };
  const [, before, behind] = PLACE.exec(typed) ?? [];
  if (before === undefined || behind === undefined) return readWithoutPlace(typed, snapshot);
  // "any news on samba": what stands before names nothing.
  return findUncovered(before, []) === '' ? readTopic(behind, snapshot) : readOnPlace(before, behind, snapshot);
}

function readOnPlace(subject: string, place: string, snapshot: Snapshot): NamedTopic {
  const understanding = understandQuestion(`does ${subject} run on ${place}?`, snapshot);
  const { question, topics, unknownNames } = understanding;
  const found = findTopic(understanding);
  const target = found?.target ?? topics.find((one) => one.target !== undefined && isBehind(one, question))?.target;
  const strangePlace = target === undefined ? place : undefined;
  const name = findName(subject, snapshot);
  if (name !== undefined) return { subject: name, isKnown: true, target, strangePlace };
  if (found !== undefined && isCovered(understanding) && unknownNames.every((one) => place.includes(one)))
    return { ...found, strangePlace };
  return nameUnknown(subject, target, strangePlace);
}

function readWithoutPlace(typed: string, snapshot: Snapshot): NamedTopic {
  const understanding = understandQuestion(`does ${typed} run?`, snapshot);
  const { question, topics, unknownNames } = understanding;
  const found = findTopic(understanding);
  if (found !== undefined && unknownNames.length === 0 && isCovered(understanding)) return found;
  // "kettle arm64": the place that ends it, and what nobody has written about.
  const last = topics.at(-1);
  const before = last?.target === undefined ? '' : question.slice(ASKS.length, last.start).trim();
  if (last?.target !== undefined && findUncovered(before, []) !== '' && question.slice(last.end) === RUNS)
    return nameUnknown(before, last.target, undefined);
  return nameUnknown(typed, topics.find((one) => one.target !== undefined)?.target, undefined);
}

/** What a question is about, for who wants to hear when there is an answer; undefined where it names nothing. */
export function readTopicOfQuestion(understanding: Understanding, snapshot: Snapshot): NamedTopic | undefined {
  const { question, unknownNames, topics } = understanding;
  const [unknown] = unknownNames;
  const target = topics.find(({ target: one }) => one !== undefined)?.target;
  if (unknown !== undefined) return nameUnknown(unknown, target, undefined);
  const found = findTopic(understanding);
  if (found === undefined || found.subject !== target?.label) return found;
  // "does kettle run on armv7?": the machine alone is not what was asked about.
  const [, subject = '', place = ''] =
    ASKED.exec(question.replace(LAST_MARKS, '').replace(/\s+/g, ' ').trimStart()) ?? [];
  if (subject === '' || ASKING.test(subject)) return found;
  const asked = readTopic(`${subject} on ${place}`, snapshot);
  return asked?.strangePlace === undefined ? (asked ?? found) : found;
}

const nameUnknown = (subject: string, target: Target | undefined, strangePlace: string | undefined): NamedTopic => ({
  subject: subject.slice(0, MAX_SUBJECT).trimEnd(),
  isKnown: false,
  target,
  strangePlace,
});

/** Whether every telling word of what is asked about belongs to a name: of "home box", a known "box" is not the subject. */
function isCovered({ question, topics }: Understanding): boolean {
  const end = findEnd(question);
  const inside = topics.filter(({ start, isDoubtful }) => start < end && !isDoubtful);
  return inside.length > 0 && findUncovered(question.slice(ASKS.length, end), inside) === '';
}

// Where what is asked about ends, in a question that is made here.
function findEnd(question: string): number {
  const place = question.lastIndexOf(RUNS_ON);
  return place < 0 ? question.length - RUNS.length : place;
}

const isBehind = ({ start }: Topic, question: string) => start >= findEnd(question);

// The words of the text that no topic holds, without those that may stand around a name.
function findUncovered(text: string, topics: readonly Topic[]): string {
  let rest = text;
  for (const { start, end } of topics) {
    const from = Math.max(0, start - ASKS.length);
    rest = `${rest.slice(0, from)}${' '.repeat(Math.max(0, end - ASKS.length - from))}${rest.slice(end - ASKS.length)}`;
  }
  return rest
    .split(/[\s,;:()"“”!?]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !AROUND.test(word) && !/^['’]s$/i.test(word))
    .join(' ');
}

function findTopic({ topics }: Understanding): NamedTopic | undefined {
  const asked = topics.filter(({ isDoubtful, isStory, isNeeded }) => !isDoubtful && (!isStory || isNeeded));
  const subject =
    asked.find(({ named, target, isPlace }) => named !== undefined && target === undefined && !isPlace) ??
    asked.find(({ isPlace }) => !isPlace) ??
    asked[0];
  if (subject === undefined) return undefined;
  const place = asked.find((topic) => topic !== subject && topic.target !== undefined);
  return { subject: nameOf(subject), isKnown: true, target: place?.target, strangePlace: undefined };
}

const nameOf = ({ named, target, words }: Topic) => named?.name ?? target?.label ?? words;

const findName = (text: string, { names }: Snapshot) => names.find(text)?.name ?? findWholeTarget(text)?.label;

function findWholeTarget(text: string): Target | undefined {
  const [found] = findTargets(text);
  return found?.start === 0 && found.end === text.length ? found.target : undefined;
}
