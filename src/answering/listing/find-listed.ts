import { ANSWERS, matchPlaces, mayAnswer, type PlaceMatch } from '#answering/choosing/match-places.ts';
import type { TopicMatch } from '#answering/choosing/match-topic.ts';
import { hasAddress } from '#answering/question/fits-kind.ts';
import type { Topic } from '#answering/question/topic.ts';
import type { FactStatus } from '#facts/fact.ts';
import { compareIssueIds } from '#newsletter/days/issue-order.ts';
import type { FactIndex } from '#search/fact-index.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { TargetRelation } from '#targets/relate-targets.ts';
import { getTarget } from '#targets/vocabulary.ts';
import { groupByKind, groupBySubject, listAbout } from './group-facts.ts';
import { isNoSoftware, type ListKind } from './list-kind.ts';

/** A subject that is on the places asked about, by the fact that says so. */
export interface Listed {
  readonly name: string;
  readonly indexed: IndexedFact;
}

/** One fact on a subject: how far it holds for the places, and whether it is said of these themselves. */
interface Stand {
  readonly at: number;
  readonly level: number;
  readonly isDirect: boolean;
}

/**
 * The subjects whose newest fact on the places has one of the statuses, newest first. On a device, what is said of the very
 * device (`direct`) is told apart from what is only said of its architecture.
 */
export function findListed(
  places: readonly Topic[],
  kind: ListKind | undefined,
  snapshot: Snapshot,
  statuses: ReadonlySet<FactStatus>,
): { direct: Listed[]; inherited: Listed[] } {
  const { facts } = snapshot.index;
  const named = new Set(places.map((place) => place.named));
  const found: { listed: Listed; first: number; isDirect: boolean }[] = [];
  const take = (subject: Named, ats: readonly number[]) => {
    const stand = findStand(ats, places, snapshot.index);
    if (stand === undefined) return;
    const indexed = facts[stand.at] as IndexedFact;
    if (indexed.fact.status === undefined || !statuses.has(indexed.fact.status)) return;
    const listed = { name: subject.name, indexed };
    found.push({ listed, first: findFirst(ats, places, snapshot.index), isDirect: stand.isDirect });
  };
  const groups = groupFacts(places, kind, snapshot.index);
  const told = kind === undefined || places.length > 1 ? new Map() : tellOfPlace(places[0], kind, snapshot.index);
  for (const [subject, ats] of told) {
    const own = named.has(subject) ? [] : (groups.get(subject) ?? []);
    take(subject, own.length === 0 ? ats : [...own, ...ats].sort((a, b) => a - b));
  }
  for (const [subject, ats] of groups) if (!named.has(subject) && !told.has(subject)) take(subject, ats);
  // Of one issue, what it says last.
  found
    .sort((a, b) => a.first - b.first)
    .reverse()
    .sort((a, b) => compareIssueIds(b.listed.indexed.issue.id, a.listed.indexed.issue.id));
  const listedBy = (wanted: boolean) => found.flatMap(({ listed, isDirect }) => (isDirect === wanted ? [listed] : []));
  return { direct: listedBy(true), inherited: listedBy(false) };
}

/** All subjects of a kind, wherever they run, each by the first that the newest issue says of it; the newest first. */
export function findOfKind(kind: ListKind, { names, index: { facts }, index }: Snapshot): Listed[] {
  return names.all
    .filter((named) => kind.has(named))
    .flatMap((named) => {
      const ats = listAbout(named, index);
      const newest = facts[ats.at(-1) ?? -1]?.issue;
      const own = ats.filter((at) => facts[at]?.issue === newest);
      // Where something is to be found tells least.
      const at = own.find((at) => !hasAddress(facts[at] as IndexedFact)) ?? own[0];
      return at === undefined ? [] : [{ at, name: named.name }];
    })
    .sort((a, b) => b.at - a.at)
    .map(({ at, name }) => ({ name, indexed: facts[at] as IndexedFact }));
}

const AS_NEAR = 0.1;
// Nothing is so much nearer that it goes before.
const NEAREST = 1 - AS_NEAR;

// The newest fact that holds, looked for from the newest on. Dropped for armv6, a program still runs on a board that can also
// be arm64: what holds much less than an older one says nothing against it.
function findStand(ats: readonly number[], places: readonly Topic[], { facts }: FactIndex): Stand | undefined {
  let later: Stand[] | undefined;
  let stand: Stand | undefined;
  for (let i = ats.length - 1; i >= 0 && stand === undefined; i--) {
    const at = ats[i] as number;
    const one = standOf(at, facts[at] as IndexedFact, places);
    if (one === undefined) continue;
    if (one.level >= NEAREST) stand = one;
    else if (later === undefined) later = [one];
    else later.push(one);
  }
  for (const one of later?.reverse() ?? []) if (stand === undefined || one.level >= stand.level - AS_NEAR) stand = one;
  return stand === undefined || stand.isDirect ? stand : (findDirect(stand, ats, places, facts) ?? stand);
}

// Said of the very place before, and still so: "it has Millchips", though later only "it is for armv8".
function findDirect(
  { at: newest, level }: Stand,
  ats: readonly number[],
  places: readonly Topic[],
  facts: FactIndex['facts'],
): Stand | undefined {
  const status = facts[newest]?.status;
  for (let i = ats.indexOf(newest) - 1; i >= 0; i--) {
    const at = ats[i] as number;
    const indexed = facts[at] as IndexedFact;
    const one = indexed.status === status ? standOf(at, indexed, places) : undefined;
    if (one?.isDirect && one.level >= level) return one;
  }
  return undefined;
}

// The oldest that holds.
const findFirst = (ats: readonly number[], places: readonly Topic[], { facts }: FactIndex): number =>
  ats.length === 1
    ? (ats[0] as number)
    : (ats.find((at) => standOf(at, facts[at] as IndexedFact, places) !== undefined) ?? 0);

function standOf(at: number, indexed: IndexedFact, places: readonly Topic[]): Stand | undefined {
  const { subject } = indexed;
  let level = 1;
  let isDirect = true;
  for (const place of places) {
    // "Foodix runs on the Millboard", of the Millboard: what it is about is the place.
    if (place.named !== undefined && place.named === subject) continue;
    const match = matchPlaces(place, indexed);
    if (match.onLevel < ANSWERS) return undefined;
    // For Windows on some Arm machine is not on this board.
    if (place.target?.kind === 'device' && isForSystem(match)) return undefined;
    level = Math.min(level, match.onLevel);
    isDirect &&= match.relation === undefined || (directRelations.has(match.relation) && !isInherited(place, match));
  }
  return { at, level, isDirect };
}

// The facts of all subjects of the kind, or of all software, that may be on the places.
function groupFacts(
  places: readonly Topic[],
  kind: ListKind | undefined,
  index: FactIndex,
): ReadonlyMap<Named, readonly number[]> {
  const isOfKind = (one: Named) => (kind === undefined ? !isNoSoftware(one) : kind.has(one));
  const onPlaces = places.map((place) => listOn(place, index));
  const [fewest] = onPlaces.sort((a, b) => countAll(a) - countAll(b));
  if (fewest !== undefined && countAll(fewest) * FEW < index.facts.length)
    return groupBySubject(new Uint32Array(fewest.flat()).sort(), isOfKind, index);
  // Any hardware is called a machine, and a machine may be a kind of its own.
  return groupByKind(kind === undefined ? '' : `${kind.name} ${kind.isHardware}`, isOfKind, index);
}

// So rare a place's own facts are gone through sooner than those of a kind.
const FEW = 20;
const countAll = (lists: readonly (readonly number[])[]) => lists.reduce((sum, { length }) => sum + length, 0);

/** The places of all facts that may say that something runs on a place; one that is in two lists comes twice. */
function listOn({ named, target }: Topic, { byName, byTarget }: FactIndex): (readonly number[])[] {
  const lists = named === undefined ? [] : [byName.get(named.id) ?? []];
  if (target !== undefined) for (const [id, list] of byTarget) if (mayAnswer(target, getTarget(id))) lists.push(list);
  return lists;
}

// What is said of the place itself: which of the kind it runs on, or runs on it.
function tellOfPlace(place: Topic | undefined, kind: ListKind, index: FactIndex): Map<Named, number[]> {
  const told = new Map<Named, number[]>();
  if (place?.named === undefined) return told;
  for (const at of listAbout(place.named, index)) {
    const { status, on } = index.facts[at] as IndexedFact;
    if (status === undefined) continue;
    for (const { names } of on)
      for (const one of names) {
        if (!kind.has(one)) continue;
        const ats = told.get(one);
        if (ats) ats.push(at);
        else told.set(one, [at]);
      }
  }
  return told;
}

const isForSystem = ({ place, relation }: Pick<TopicMatch, 'place' | 'relation'>) =>
  relation !== 'same' &&
  relation !== 'asked-includes-said' &&
  (place?.targets.some(({ kind, id, isA }) => kind === 'operating-system' && id !== 'linux' && isA !== 'linux') ??
    false);

// "It runs on Arm", "it is multi-arch": of no board in particular.
const isInherited = ({ target }: Topic, { place }: PlaceMatch) =>
  target?.kind === 'device' && !(place?.targets.some(({ kind }) => kind === 'device') ?? false);

const directRelations: ReadonlySet<TargetRelation> = new Set([
  'same',
  'asked-includes-said',
  'runs-on-device',
  'usually-means',
  'every-architecture',
]);
