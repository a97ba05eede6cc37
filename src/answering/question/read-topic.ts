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

/** Reads "samba on riscv64" as the question would be read whether it runs there. Undefined for a text that names nothing. */
export function readTopic(text: string, snapshot: Snapshot): NamedTopic | undefined {
  const typed = text.trim();
  if (!/[\p{L}\p{N}]/u.test(typed)) return undefined;
  const whole = snapshot.names.find(typed)?.name ?? findWholeTarget(typed)?.label;
  if (whole !== undefined) return { subject: whole, isKnown: true, target: undefined, strangePlace: undefined };
  const [, subject = typed, place] = PLACE.exec(typed) ?? [];
  const understanding = understandQuestion(
    place === undefined ? `does ${subject} run?` : `does ${subject} run on ${place}?`,
    snapshot,
  );
  const found = findTopic(understanding);
  const target = found?.target ?? understanding.topics.find(({ target: one }) => one !== undefined)?.target;
  const strangePlace = place !== undefined && target === undefined ? place : undefined;
  if (found !== undefined && understanding.unknownNames.every((name) => place?.includes(name)))
    return { ...found, strangePlace };
  return { subject: subject.slice(0, MAX_SUBJECT).trimEnd(), isKnown: false, target, strangePlace };
}

/** What a question is about, for who wants to hear when there is an answer; undefined where it names nothing. */
export function readTopicOfQuestion(understanding: Understanding): NamedTopic | undefined {
  const { unknownNames, topics } = understanding;
  const [unknown] = unknownNames;
  if (unknown === undefined) return findTopic(understanding);
  const target = topics.find(({ target: one }) => one !== undefined)?.target;
  return { subject: unknown.slice(0, MAX_SUBJECT), isKnown: false, target, strangePlace: undefined };
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

function findWholeTarget(text: string): Target | undefined {
  const [found] = findTargets(text);
  return found?.start === 0 && found.end === text.length ? found.target : undefined;
}
