import { ANSWERS, matchTopic } from '#answering/choosing/match-topic.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { IndexedFact } from '#search/fact-index.ts';
import type { Named } from '#search/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { Target } from '#targets/target.ts';
import { getTarget, vocabulary } from '#targets/vocabulary.ts';
import type { Statement } from './read-statements.ts';
import { nameTopic, type Watch, type WatchedTopic } from './watch.ts';

/** A watch, and what bears on it; the same list for all watches of a topic. */
export interface MatchedWatch {
  readonly watch: Watch;
  readonly statements: readonly Statement[];
}

/**
 * Which watches have something new, and what, in the order. A topic is looked up once, however many watch it: time
 * grows with the watches, and with topics times statements.
 */
export function matchWatches(
  watches: Iterable<Watch>,
  statements: readonly Statement[],
  snapshot: Snapshot,
): readonly MatchedWatch[] {
  const byTopic = new Map<string, readonly Statement[]>();
  const bears = createBearing(statements, snapshot);
  const matched: MatchedWatch[] = [];
  for (const watch of watches) {
    const name = nameTopic(watch);
    let found = byTopic.get(name);
    if (found === undefined) {
      found = bears(watch);
      byTopic.set(name, found);
    }
    if (found.length > 0) matched.push({ watch, statements: found });
  }
  return matched;
}

/** Which statements bear on a topic. */
function createBearing(
  statements: readonly Statement[],
  { names }: Snapshot,
): (topic: WatchedTopic) => readonly Statement[] {
  // What most watch, no issue speaks of: only the few subjects that this one names are gone into.
  const bySubject = new Map<Named, Set<IndexedFact>>();
  for (const fact of statements.flatMap(({ facts }) => facts))
    for (const named of fact.about) bySubject.set(named, (bySubject.get(named) ?? new Set()).add(fact));
  const onTarget = new Map<string, ReadonlySet<IndexedFact>>();

  function findOn(targetId: string): ReadonlySet<IndexedFact> {
    const known = onTarget.get(targetId);
    if (known) return known;
    const topic = asPlace(getTarget(targetId), names.find(getTarget(targetId).label));
    const all = statements.flatMap(({ facts }) => facts);
    const found = new Set(all.filter((fact) => matchTopic(topic, fact, () => false).onLevel >= ANSWERS));
    onTarget.set(targetId, found);
    return found;
  }

  return ({ subject, targetId }) => {
    const named = names.find(subject);
    // "Raspberry Pi 5": what runs on it is news of it.
    const asTarget = findWholeTarget(subject);
    const about = (named && bySubject.get(named)) ?? none;
    const onIt = asTarget === undefined ? none : findOn(asTarget.id);
    if (about.size === 0 && onIt.size === 0) return [];
    const onPlace = targetId === undefined ? undefined : isKnownTarget(targetId) ? findOn(targetId) : none;
    const isNews = (fact: IndexedFact) =>
      (about.has(fact) || onIt.has(fact)) && (onPlace === undefined || onPlace.has(fact));
    return statements.filter(({ facts }) => facts.some(isNews));
  };
}

const none: ReadonlySet<IndexedFact> = new Set();
const ids = new Set(vocabulary.map(({ id }) => id));
/** A target can leave the vocabulary while somebody watches it. */
const isKnownTarget = (id: string) => ids.has(id);

/** The target that a subject is by its whole name. */
function findWholeTarget(subject: string): Target | undefined {
  const [found] = findTargets(subject);
  return found?.start === 0 && found.end === subject.length ? found.target : undefined;
}

/** A target as a question names it behind "on". */
function asPlace(target: Target, named: Named | undefined): Topic {
  const place = { from: 0, to: 1, start: 0, end: target.label.length };
  const plain = { isDoubtful: false, isStory: false, isNeeded: false };
  return { words: target.label, named, target, ...place, isPlace: true, ...plain };
}
