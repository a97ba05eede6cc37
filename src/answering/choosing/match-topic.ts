import { people } from '#answering/question/fits-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import { aboutTargetsOf, type IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import { relateTargets } from '#targets/relate-targets.ts';
import { type AskedWords, asksForPart, isPartOf } from './match-part.ts';
import { ANSWERS, matchPlaces, type PlaceMatch, strengths } from './match-places.ts';

// A sentence that names a target in passing says less than one that is about it.
const IN_PASSING = 0.5;
const SECOND = 0.8;
const IN_WORDS = 0.45;
// "Millsoft's database": what Millsoft makes.
const MADE = 0.8;

/** How a fact bears on one thing that a question names. `onLevel` counts only where the fact says that something runs. */
export interface TopicMatch extends PlaceMatch {
  /** 0: not at all; 1: it is its subject, or the very place. */
  readonly level: number;
  /** It is what the fact is about. */
  readonly isAbout: boolean;
  /** A part of it is: its official packages, its use in production. */
  readonly isPart: boolean;
}

/** Weighs a fact against one topic; `holds`: whether the fact's words have all the topic's. */
export function matchTopic(
  topic: Topic,
  fact: IndexedFact,
  holds: (topic: Topic) => boolean,
  asked: AskedWords,
): TopicMatch {
  const { named, target } = topic;
  const { onLevel, place, relation } = matchPlaces(topic, fact);
  let level = onLevel;
  const at = named === undefined ? -1 : fact.about.indexOf(named);
  const isMaker = at < 0 && named !== undefined && fact.makers.includes(named) && !isOtherProduct(fact, named, asked);
  if (named !== undefined) {
    if (at >= 0) level = Math.max(level, at === 0 ? 1 : SECOND);
    else if (isMaker) level = Math.max(level, MADE);
  }
  // "Debian Stretch" and "Debian 9" are names of one system.
  // Boards of one family are not: each has a name of its own.
  const isOtherName = named !== undefined && target?.kind === 'device';
  const isSameTarget =
    target !== undefined && !isOtherName && !topic.isPlace && level < SECOND && aboutTargetsOf(fact).includes(target);
  if (isSameTarget) level = SECOND;
  if (target !== undefined && level < IN_PASSING)
    for (const said of fact.mentioned) level = Math.max(level, IN_PASSING * strengths[relateTargets(target, said)]);
  // All words of "board 5" may stand in what is said of "Foodb 5 on board 4".
  const isOtherDevice =
    target?.kind === 'device' && fact.on.some(({ targets }) => targets.some(({ kind }) => kind === 'device'));
  // "Millsoft Linux" is not written where there is Millsoft, and Linux.
  const isOfWords = named === undefined && target?.kind === 'operating-system' && topic.to - topic.from > 1;
  const isIn =
    topic.words.length === 1
      ? hasLetter(fact, topic.words)
      : isOfWords
        ? fact.fact.says.toLowerCase().includes(topic.words.toLowerCase())
        : holds(topic) || isNamedIn(fact, named);
  if (level < IN_WORDS && !isOtherDevice && isIn) level = IN_WORDS;
  const [subject = ''] = fact.fact.about;
  const isPart =
    named !== undefined &&
    // "does Foodb Compose run there?", which is by Foodb: that Foodb does is no answer.
    ((level === IN_WORDS &&
      (fact.fact.status !== 'yes' || named.by !== fact.about[0]?.name) &&
      isPartOf(fact.about[0]?.name ?? '', named.name)) ||
      (level < SECOND && isPartOf(named.name, subject) && asksForPart(subject, named.name, asked)));
  return {
    level: isPart ? SECOND : level,
    onLevel,
    isAbout: at >= 0 || isMaker || isPart || isSameTarget,
    isPart,
    place,
    relation,
  };
}

// "does Foodb run there?": Foodb Compose is by Foodb, and something else.
const isOtherProduct = ({ about: [first] }: IndexedFact, { name, kind }: Named, { lowerWords }: AskedWords) =>
  first !== undefined &&
  kind.length > 0 &&
  first.kind.length > 0 &&
  !kind.some((one) => people.has(one) || first.kind.includes(one)) &&
  first.name.startsWith(`${name} `) &&
  !lowerWords.has(first.name.slice(name.length + 1).toLowerCase());

// "R" in "hub.example/r/foodb" and in "R&D" is no R.
const hasLetter = ({ fact, article }: IndexedFact, letter: string) =>
  new RegExp(String.raw`(?<![\w./&+-])${letter.toUpperCase()}(?![\w/&+-]|\.\w)`).test(
    `${fact.says} ${article.heading}`,
  );

// "foodb for the millboard" where the sentence writes it in two words.
const isNamedIn = ({ fact, article }: IndexedFact, named: Named | undefined) =>
  named !== undefined && (fact.says.includes(named.name) || article.heading.includes(named.name));

/**
 * "foodb for aarch64 linux": what runs on aarch64, where no system is named, is for Linux first of all. Matches: one a topic.
 */
export function assumeLinux(topics: readonly Topic[], matches: readonly TopicMatch[]): readonly TopicMatch[] {
  const at = topics.findIndex(({ target }) => target?.id === 'linux');
  const linux = matches[at];
  if (linux === undefined || linux.level >= ANSWERS) return matches;
  const isOpen = ({ place, onLevel }: TopicMatch) =>
    onLevel >= ANSWERS && place?.targets.every(({ kind }) => kind !== 'operating-system');
  const isSaid = matches.some((match, i) => i !== at && topics[i]?.target?.kind === 'architecture' && isOpen(match));
  return isSaid ? matches.with(at, { ...linux, level: ANSWERS, onLevel: ANSWERS }) : matches;
}
