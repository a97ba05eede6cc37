import type { Topic } from '#answering/question/topic.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import type { VerdictWord } from '#conversation/reply.ts';

const MAX_PARTS = 4;
const JOINS =
  /^\s*(?:,|\/|&|\+|and|or|vs\.?|versus|nor|as well as|plus|compared (?:to|with))(?:\s+(?:and|or|on|for|the|a|an|also|even|not))*\s*$/i;

/** The questions that one question with several subjects or several places is made of; one where it names one of each. */
export function splitTopics(understanding: Understanding): Understanding[] {
  const { topics, kind, polarity } = understanding;
  if (kind !== 'compat' && kind !== 'any' && polarity !== 'compared') return [understanding];
  const pairs = findPairs(understanding);
  if (pairs !== undefined) return pairs.map((pair) => keepTopics(understanding, pair));
  const groups = groupJoined(topics, understanding.question);
  const several = groups.filter((group) => group.length > 1 && !isExplained(group, understanding.question));
  if (several.length === 0 || several.length > 2) return [understanding];
  const choices = several.reduce<Topic[][]>(
    (all, group) => all.flatMap((chosen) => group.map((one) => [...chosen, one])),
    [[]],
  );
  const isChoice = (topic: Topic) => several.some((group) => group.includes(topic));
  return choices.slice(0, MAX_PARTS).map((chosen) =>
    keepTopics(
      understanding,
      topics.filter((topic) => chosen.includes(topic) || !isChoice(topic)),
    ),
  );
}

function keepTopics(understanding: Understanding, kept: readonly Topic[]): Understanding {
  const dropped = understanding.topics.filter((topic) => !kept.includes(topic));
  const isDropped = (place: number) => dropped.some(({ from, to }) => from <= place && place < to);
  return {
    ...understanding,
    topics: kept,
    words: understanding.words.map((word, place) => (isDropped(place) ? { ...word, weight: 0 } : word)),
  };
}

// "does foodb run on armv6 and quernd on arm64?": each thing with its own place.
function findPairs({ topics, question }: Understanding): Topic[][] | undefined {
  const isThing = ({ target, named, isDoubtful, isStory }: Topic) =>
    target === undefined && named !== undefined && !isDoubtful && !isStory;
  const isPair = ([thing, place, ...more]: readonly Topic[]) =>
    thing !== undefined && place?.target !== undefined && isThing(thing) && more.length === 0;
  const [a, b, c, d, ...more] = topics;
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) return undefined;
  const pairs = [
    [a, b],
    [c, d],
  ];
  return pairs.every(isPair) && JOINS.test(question.slice(b.end, c.start)) ? pairs : undefined;
}

// "Foodb, the database of Millsoft": the second says what the first is.
const isExplained = ([one, other, ...more]: readonly Topic[], question: string) =>
  one !== undefined &&
  other !== undefined &&
  more.length === 0 &&
  APPOSITION.test(question.slice(one.end, other.start));
const APPOSITION = /^\s*,\s*(?:the|an?|that|this)\s*$/i;

// Neighbours of one sort with nothing but a joining word between them.
function groupJoined(topics: readonly Topic[], question: string): Topic[][] {
  const groups: Topic[][] = [];
  for (const topic of topics) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const joint = last === undefined ? '' : question.slice(last.end, topic.start);
    if (group && last && JOINS.test(joint) && isSort(last, topic, /\bor\b/i.test(joint))) group.push(topic);
    else groups.push([topic]);
  }
  return groups;
}

// Two subjects, or two places of one kind: "Fedora on arm64" is one place, and "Fedora and a board" are a thing and its place;
// "on a board or on Windows" are two.
function isSort(one: Topic, other: Topic, isChoice: boolean): boolean {
  const systems = [one, other].filter(({ target }) => target?.kind === 'operating-system').length;
  const devices = [one, other].filter(({ target }) => target?.kind === 'device').length;
  if (systems === 1 && devices === 1) return isChoice;
  if (one.target === undefined || other.target === undefined)
    return one.target === other.target && one.named !== undefined && other.named !== undefined;
  return true;
}

const verdictWords = {
  yes: 'yes',
  no: 'no',
  partly: 'partly',
  planned: 'not yet, planned',
  'in-progress': 'not yet, in progress',
  unknown: 'the archive does not say',
} as const;

/** Several answers as one: each with its own verdict and sentence, none of them the winner. */
export function joinAnswers(parts: readonly Answer[], understandings: readonly Understanding[]): Answer {
  const [first] = parts;
  const labels = understandings.map((one) => labelOf(one, understandings));
  const verdicts = new Set(parts.map(({ verdict }) => verdict ?? 'unknown'));
  const lines = parts.map((part, i) => {
    const word = verdictWords[part.verdict ?? 'unknown'];
    const sentence = part.answered ? (part.citations[0]?.quote ?? part.lead) : '';
    return `${labels[i]}: ${part.answered && part.verdict === undefined ? '' : `${word}. `}${sentence}`.trim();
  });
  const answered = parts.some((part) => part.answered);
  const verdict = verdicts.size === 1 ? [...verdicts][0] : 'partly';
  return {
    answered,
    // One that is told without a yes or no, beside one that nobody speaks of, is no unknown.
    verdict:
      answered && (verdict === 'unknown' || parts.every((part) => part.verdict === undefined)) ? undefined : verdict,
    lead: `${labels.join(', ')}:`,
    notes: [...new Set(parts.flatMap(({ notes, answered }) => (answered ? notes : [])))],
    list: { title: '', items: lines },
    citations: parts
      .flatMap(({ citations, answered }) => (answered ? citations.slice(0, 1) : []))
      .map((one) => ({ ...one, isInLead: true })),
    suggestions: [],
    followUp: first?.followUp,
  } satisfies Answer & { verdict: VerdictWord | undefined };
}

// What tells one part from the others: its own subject, its own place, or both.
function labelOf({ topics }: Understanding, all: readonly Understanding[]): string {
  const own = topics.filter((topic) => !all.every((other) => other.topics.includes(topic)));
  return own.map(({ named, target, words }) => named?.name ?? target?.label ?? words).join(' on ');
}
