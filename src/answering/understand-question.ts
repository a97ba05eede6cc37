import { findTargetsInQuestion, type QuestionTarget } from '#claims/find-targets.ts';
import type { Target } from '#claims/target.ts';
import { type QueryWord, readQuery, readTarget } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type AskedAttribute, findAskedAttribute } from './asked-attribute.ts';
import { readWanted, type Wanted } from './asked-thing.ts';
import { focusQuestion } from './focus-question.ts';
import genericWords from './generic-words.json' with { type: 'json' };
import { type QuestionKind, readQuestionKind } from './question-kind.ts';
import { spellAsking } from './spell-asking.ts';

/** What a question asks, read against one archive. */
export interface Understanding {
  readonly question: string;
  readonly kind: QuestionKind;
  readonly wanted: Wanted;
  readonly attribute: AskedAttribute;
  /** The attribute's own words, as telling as they are by themselves. */
  readonly attributeWords: readonly QueryWord[];
  /** Words that tell what it is about, targets and the words of asking left out or made light. */
  readonly content: readonly QueryWord[];
  /** Names that the archive does not have in any spelling: it can't speak of what it never names. */
  readonly missingNames: readonly string[];
  /** Words of asking that say what is wanted of the subject: ship, ready, boot. */
  readonly predicates: readonly QueryWord[];
  /** Each target as one word that stands for all its names. */
  readonly targetWords: readonly QueryWord[];
  /** What it asks about running on, each once. */
  readonly targets: readonly AskedTarget[];
}

export interface AskedTarget {
  readonly target: Target;
  /** As the asker wrote it. */
  readonly words: string;
}

const asking = new Set(genericWords.asking);
const predicates = new Set(genericWords.predicates);
const ofKind = new Map(Object.entries(genericWords.kinds).map(([kind, words]) => [kind, new Set(words)]));
// A word of asking is in every question: it must not decide which article it is about.
const ASKING_FACTOR = 0.15;
const KIND_FACTOR = 0.3;
const MIN_ATTRIBUTE_WEIGHT = 0.2;
// A match weaker than this is by a part of the word or a related word: no naming of it.
const MIN_NAMED = 0.55;

/** Reads a question: its kind, its targets, and the words that tell its subject. */
export function understandQuestion(message: string, snapshot: Snapshot): Understanding {
  const question = focusQuestion(message, snapshot);
  const mentions = findTargetsInQuestion(question, (word) => snapshot.index.words.has(word));
  const spelt = spellAsking(question, snapshot);
  const kind = readQuestionKind(spelt, mentions.length > 0);
  const content: QueryWord[] = [];
  let end = 0;
  // The text between the targets is read piece by piece, so that no word of a target counts as one of the subject.
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    content.push(...readQuery(question.slice(end, mention.start), snapshot));
    end = mention.end;
  }
  content.push(...readQuery(question.slice(end), snapshot));
  const targets = uniqueTargets(dropForeign(mentions, question));
  const attribute = findAskedAttribute(spelt);
  return {
    question,
    kind,
    wanted: wantedOf(kind, spelt),
    attribute,
    attributeWords: readAttribute(attribute, snapshot),
    missingNames: content.filter((word) => isMissingName(word, question)).map(({ raw }) => raw),
    predicates: content.filter(({ word }) => predicates.has(word)),
    content: content.map((word) => lighten(word, kind)).filter((word) => word.weight > 0.1),
    targetWords: targets.map(({ target, words }) =>
      withKernel(readTarget(target, words, snapshot), question, snapshot),
    ),
    targets,
  };
}

// "Linux 5.8" is a kernel, and many texts call it nothing else.
function withKernel(word: QueryWord, question: string, snapshot: Snapshot): QueryWord {
  const after = question.slice(question.indexOf(word.raw) + word.raw.length);
  if (word.word !== 'linux' || !/^\s+v?\d+\.\d/.test(after)) return word;
  return { ...word, matches: [...word.matches, ...readQuery('kernel', snapshot).flatMap(({ matches }) => matches)] };
}

// Remedies, links and news are no prices or dates, whatever else the words look like; "how soon" wants a date.
function wantedOf(kind: QuestionKind, question: string): Wanted {
  if (kind === 'when') return 'date';
  const wanted = readWanted(question);
  return kind === 'fact' || kind === 'compat' || (kind === 'workaround' && wanted === 'setting') ? wanted : 'any';
}

function lighten(word: QueryWord, kind: QuestionKind): QueryWord {
  if (word.isName) return word;
  const isOfKind = ofKind.get(kind)?.has(word.word) ?? false;
  if (!isOfKind && !asking.has(word.word)) return word;
  return { ...word, weight: Math.min(word.weight, 1) * (isOfKind ? KIND_FACTOR : ASKING_FACTOR) };
}

// "which Foo gets it first": a name is no attribute, nor is what follows it.
function readAttribute({ words, isMeasure }: AskedAttribute, snapshot: Snapshot): QueryWord[] {
  const read = readQuery(words.join(' '), snapshot);
  // "how much L3 cache": a name that the archive does not have is counted, and is not there.
  if (isMeasure) return read.filter((word) => !word.isName || word.matches.length === 0);
  return read[0]?.isName ? [] : read.filter(isAttribute);
}

// Lighter words ("new", "is") are no attribute, and a name is the subject's.
function isAttribute({ weight, isName }: QueryWord): boolean {
  return weight >= MIN_ATTRIBUTE_WEIGHT && !isName;
}

/** Reads the bare name of a subject ("go", "foodb cloud"), as in a status command: every word of it names something. */
export function understandSubject(subject: string, snapshot: Snapshot): Understanding {
  const understanding = understandQuestion(subject, snapshot);
  const named = understanding.targets.map(({ words }) => words.toLowerCase());
  const content = readQuery(subject, snapshot, true).filter(
    ({ raw }) => !named.some((words) => words.includes(raw.toLowerCase())),
  );
  return { ...understanding, kind: 'compat', content, predicates: [], missingNames: [] };
}

// "Haiku", written so in the middle of a question, is a name, though the dictionary has the word.
function isMissingName({ isName, matches, word, raw }: QueryWord, question: string): boolean {
  const isWrittenAsName =
    (/^\p{Lu}\p{Ll}+$/u.test(raw) || (/^\p{Lu}{4,}$/u.test(raw) && /\p{Ll}/u.test(question))) &&
    question.indexOf(raw) > 0 &&
    !/[.?!:]\s*$/.test(question.slice(0, question.indexOf(raw)));
  return (
    (isName || (isWrittenAsName && matches.length === 0)) &&
    word.length >= 3 &&
    /\p{L}/u.test(word) &&
    !matches.some(({ factor }) => factor >= MIN_NAMED)
  );
}

// "it was x86 only, has that changed for arm64?": what it was limited to is not what is asked.
function dropForeign(mentions: readonly QuestionTarget[], question: string): readonly QuestionTarget[] {
  const asked = mentions.filter(({ end }) => !/^[\s-]only\b/i.test(question.slice(end)));
  return asked.length > 0 ? asked : mentions;
}

function uniqueTargets(mentions: readonly QuestionTarget[]): AskedTarget[] {
  const byId = new Map<string, AskedTarget>();
  for (const { target, words } of mentions) if (!byId.has(target.id)) byId.set(target.id, { target, words });
  return [...byId.values()];
}
