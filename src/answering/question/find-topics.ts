import { foldName } from '#facts/fold-name.ts';
import { findMentions, type Named, type NameMention, type Names } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Token } from '#search/words/tokenize.ts';
import { weighWord } from '#search/words/word-weight.ts';
import { findTargets, findTargetsInQuestion } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';
import { hasKinds, isProcessor } from '#targets/vocabulary.ts';
import { isPreposition } from './asking-words.ts';
import { isStrangeJoin } from './read-words.ts';
import type { Topic } from './topic.ts';

const ARTICLE = /^(?:the|a|an|my|our|your|this|that|any|some|old|new|latest|plain|native|official|of|bare)$/i;
const EVERYDAY_WEIGHT = 1;

/** The things that a question names, in its order; which of them are only told of, its clauses decide. */
export function findTopics(text: string, tokens: readonly Token[], snapshot: Snapshot): Topic[] {
  const { names } = snapshot;
  const isName = (word: string) => names.findFolded(foldName(word)) !== undefined || snapshot.words.has(word);
  const beginning = tokens[0]?.start ?? 0;
  const placeOf = (offset: number) =>
    offset < beginning ? -1 : tokens.findIndex(({ start, raw }) => offset < start + raw.length);
  const targets = findTargetsInQuestion(text, isName)
    .map(({ target, start, end }) => {
      const from = placeOf(start);
      const last = placeOf(end - 1);
      return { target, from, to: (last < 0 ? tokens.length - 1 : last) + 1 };
    })
    // "pi-hole" is no Pi.
    .filter(({ from, to }) => to - from !== 1 || !isStrangeJoin(tokens[from]?.raw ?? '', snapshot));
  const mentions = shareFirstWords(
    findMentions(tokens, names).filter(({ from }) => !isHowMany(tokens, from)),
    tokens,
    names,
  );
  const topics: Topic[] = [];
  const add = (from: number, to: number, named: Named | undefined, target: Target | undefined) => {
    const words = tokens
      .slice(from, to)
      .map(({ raw }) => raw)
      .join(' ');
    const isDoubtful =
      target === undefined && to - from === 1 && words === words.toLowerCase() && weighWord(words) <= EVERYDAY_WEIGHT;
    const last = tokens[to - 1];
    const place = { start: tokens[from]?.start ?? 0, end: (last?.start ?? 0) + (last?.raw.length ?? 0) };
    topics.push({
      words,
      named,
      target,
      from,
      to,
      ...place,
      isPlace:
        !named?.kind.includes('person') && isPlace(tokens, from) && !(target === undefined && isOfForm(tokens, from)),
      isDoubtful: isDoubtful || (named === undefined && isOrigin(tokens, from)),
      isAside: isAside(text, place) || (isProcessor(target) && isOrigin(tokens, from)),
      isStory: false,
      isNeeded: false,
    });
  };
  for (const { named, from, to } of mentions) {
    const inside = targets.filter((one) => one.from < to && one.to > from);
    const [same] = inside;
    // The longer holds: a name that has a target in it ("Windows on Arm"), a target that has a name in it ("Debian 9").
    // A board with a longer name is another board ("Millboard Zero 2"), which may have no name here; so is a system ("Foodix Linux").
    if (
      same !== undefined &&
      same.from === from &&
      same.to === to + 1 &&
      /^v?\d/i.test(tokens[to]?.raw ?? '') &&
      same.target.kind === 'operating-system'
    )
      add(from, to, named, same.target);
    else if (same !== undefined && same.to - same.from > to - from)
      add(same.from, same.to, isOther(same, named) ? undefined : named, same.target);
    // "foodb arm64", where that is another name of Foodb: a thing and its place.
    else if (same !== undefined && isPlaceBehind(same, named, from, to)) add(from, same.from, named, undefined);
    else add(from, to, named, isOfLongerName(same, from, to) ? undefined : same?.target);
  }
  for (const { target, from, to } of targets)
    if (from >= 0 && !topics.some((topic) => topic.from < to && topic.to > from)) add(from, to, undefined, target);
  return settleDoubts(
    topics.sort((a, b) => a.from - b.from),
    tokens,
  );
}

// "Foobox N1 vs E1": the Foobox E1.
function shareFirstWords(found: readonly NameMention[], tokens: readonly Token[], names: Names): NameMention[] {
  return found.flatMap((mention) => {
    const { from, to } = mention;
    const at = JOINT.test(tokens[to]?.raw ?? '') ? to + 1 : to;
    const model = tokens[at]?.raw ?? '';
    if (to - from < 2 || !MODEL.test(model) || found.some((other) => other.from <= at && at < other.to)) return mention;
    const first = tokens.slice(from, to - 1).map(({ raw }) => raw);
    const named = names.findFolded(foldName([...first, model].join('')));
    return named === undefined || named === mention.named ? mention : [mention, { named, from: at, to: at + 1 }];
  });
}

const JOINT = /^(?:and|or|vs|versus)$/i;
// "E1", "7B".
const MODEL = /^(?=\w*\d)(?=\w*[a-z])\w{2,4}$/i;

// "how many cores": nobody asks for Manycore.
const isHowMany = (tokens: readonly Token[], from: number) =>
  /^how$/i.test(tokens[from - 1]?.raw ?? '') && /^(?:many|much|few|little)$/i.test(tokens[from]?.raw ?? '');

// "Foobook Pro" is another device than the Foobook, and "Foodix Linux" is not all of Linux; "Windows on Arm" is Windows.
const isOfLongerName = (found: Found | undefined, from: number, to: number) =>
  found !== undefined &&
  (found.target.kind === 'device' || hasKinds(found.target)) &&
  to - from > found.to - found.from;

// Nor is "32-bit Arm" all of Arm.
const isOther = ({ target }: Found, { name }: Named) => !findTargets(name).some((one) => one.target === target);

const isPlaceBehind = (found: Found, { name }: Named, from: number, to: number) =>
  isProcessor(found.target) &&
  found.from > from &&
  found.to === to &&
  !findTargets(name).some(({ target }) => target === found.target);

interface Found {
  readonly target: Target;
  readonly from: number;
  readonly to: number;
}

// An everyday word that is also a name is the name where nothing else is, where it stands as one ("does go run …"), and beside a name.
function settleDoubts(topics: readonly Topic[], tokens: readonly Token[]): Topic[] {
  const hasSure = topics.some(
    ({ named, target, isDoubtful }) => named !== undefined && target === undefined && !isDoubtful,
  );
  return topics.map((topic, i) => {
    if (!topic.isDoubtful) return topic;
    const before = tokens[topic.from - 1]?.raw ?? '';
    const isBeside = topics[i - 1]?.to === topic.from || topics[i + 1]?.from === topic.to;
    const next = tokens[topic.to]?.raw ?? '';
    const isSubject =
      topic.from === 0 || (/^(?:does|is|has|did|was|will|can|do|are)$/i.test(before) && !isPreposition(next));
    const isTelling = weighWord(topic.words) > EVERYDAY;
    return { ...topic, isDoubtful: !((isBeside && isTelling) || (!hasSure && (isTelling || isSubject))) };
  });
}

const EVERYDAY = 0.2;

function isPlace(tokens: readonly Token[], from: number): boolean {
  const at = placeBefore(tokens, from);
  const before = tokens[at]?.raw ?? '';
  return isPreposition(before) && !ORIGIN.test(before) && !INSTEAD_OF.test(tokens[at - 1]?.raw ?? '');
}

// "an image for Foodb": the image is Foodb's.
const isOfForm = (tokens: readonly Token[], from: number) => {
  const at = placeBefore(tokens, from);
  return /^(?:for|of)$/i.test(tokens[at]?.raw ?? '') && FORM.test(tokens[at - 1]?.raw ?? '');
};
const FORM = /^(?:images?|containers?|packages?|snaps?|flatpaks?|builds?|binary|binaries|ports?|rpms?|debs?|charts?)$/i;

const isOrigin = (tokens: readonly Token[], from: number) =>
  /^from$/i.test(tokens[placeBefore(tokens, from)]?.raw ?? '');

function placeBefore(tokens: readonly Token[], from: number): number {
  let at = from - 1;
  while (at >= 0 && ARTICLE.test(tokens[at]?.raw ?? '')) at--;
  return at;
}

// "can it cross build from my x86 machine?": where something comes from is not where it is to run.
const ORIGIN = /^(?:from|by|of)$/i;
// "a replacement for Foodb": what it stands in for.
const INSTEAD_OF = /^(?:replacements?|alternatives?|substitutes?|successors?)$/i;

/** "in place of Foodb", "or only for x86": the other side of what is asked. */
function isAside(text: string, { start, end }: Pick<Topic, 'start' | 'end'>): boolean {
  const before = text.slice(0, start);
  return INSTEAD.test(before) || OR_ONLY.test(before) || (OR.test(before) && ONLY.test(text.slice(end)));
}

const INSTEAD =
  /\b(?:instead of|in place of|rather than|besides|apart from|other than|as opposed to|unlike)\s+(?:(?:the|an?|my|our|your|some|old|just|plain|normal|regular|on|for)\s+)*$/i;
const OR_ONLY =
  /\bor\s+(?:(?:is|are|was|does|do)\s+(?:it|that|this|they|those)\s+)?(?:\w+\s+)?(?:just|only|still|merely)\s+(?:(?:on|for|with|to|the|an?)\s+)*$/i;
const OR = /\bor\s+(?:(?:is|are|was|were)\s+(?:it|that|this|they|those|all)\s+)?(?:(?:on|for|with|the)\s+)*$/i;
const ONLY = /^[\s-]*(?:only|exclusive(?:ly)?)\b/i;
