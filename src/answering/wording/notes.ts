import { ANSWERS, mayAnswer } from '#answering/choosing/match-places.ts';
import type { TopicMatch } from '#answering/choosing/match-topic.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import type { Decision } from '#answering/judging/decide.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import { compareIssueIds, isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { FactIndex } from '#search/fact-index.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { relateTargets } from '#targets/relate-targets.ts';
import type { Target } from '#targets/target.ts';
import { getTarget } from '#targets/vocabulary.ts';

const statusWords = {
  yes: 'yes',
  partly: 'partly',
  'in-progress': 'in progress',
  planned: 'planned',
  no: 'no',
} as const;

/** What the answer rests on besides the fact: how the place that was asked about relates to the one that the fact names. */
export function explainPlaces({ topics }: Understanding, best: RankedFact): string[] {
  return topics.flatMap(({ target }, i) => {
    const match = best.topics[i];
    // Of "Linux on armv7" the half that answers.
    const { targets = [] } = match?.place ?? {};
    const said = target && (targets.find((one) => relateTargets(target, one) === match?.relation) ?? targets[0]);
    // What the sentence is about it names.
    if (match?.isAbout) return [];
    if (target === undefined || said === undefined || (match?.onLevel ?? 0) < ANSWERS || target === said) return [];
    if (match?.relation === 'device-runs') return [`${withArticle(target.label)} is ${said.label}.`];
    if (match?.relation === 'device-also-runs')
      return [
        runEverywhere(target, said)
          ? `${withArticle(target.label)} also runs programs for ${said.label}.`
          : `Not every ${target.label} runs programs for ${said.label}.`,
      ];
    if (match?.relation === 'runs-on-device') return [`${withArticle(said.label)} is ${target.label}.`];
    if (match?.relation === 'usually-means' && target.kind !== 'device' && said.kind === 'family')
      return [`The issue says ${said.label}, which here means ${target.label}.`];
    if (
      match?.relation === 'said-includes-asked' ||
      match?.relation === 'every-architecture' ||
      match?.relation === 'usually-means'
    )
      return [`The issue says it of ${match.place?.words ?? said.label}, and does not name ${target.label}.`];
    return [];
  });
}

// Of a line of boards, each model; a board by itself is known to run them.
const runEverywhere = ({ members = [] }: Target, said: Target) =>
  members.every((id) => relateTargets(getTarget(id), said) !== 'none');

/** How the status came to be what it is, where earlier issues said otherwise. */
export function tellHistory({ best, answers, verdict }: Decision, { topics }: Understanding): string[] {
  if (best === undefined || verdict === undefined || best.indexed.fact.status === undefined) return [];
  const earlier = new Map<string, IndexedFact>();
  for (const { indexed, topics: matches } of answers) {
    const isSamePlace = topics.every(({ target }, i) => target === undefined || (matches[i]?.onLevel ?? 0) >= ANSWERS);
    if (!isSamePlace || indexed.about[0] !== best.indexed.about[0] || indexed.fact.status === undefined) continue;
    // That packages for one system are planned is no step of the whole.
    if (indexed.fact.status !== best.indexed.fact.status && matches.some(isNarrower)) continue;
    if (isLaterIssue(best.indexed.issue.id, indexed.issue.id) && !earlier.has(indexed.issue.id))
      earlier.set(indexed.issue.id, indexed);
  }
  const steps = [...earlier.values()]
    .sort((a, b) => compareIssueIds(a.issue.id, b.issue.id))
    .map(({ issue, fact }) => ({ id: issue.id, status: fact.status ?? 'yes' }));
  const changes = steps.filter(({ status }, i) => i === 0 || status !== steps[i - 1]?.status);
  if (changes.every(({ status }) => status === best.indexed.fact.status)) return [];
  const last = { id: best.indexed.issue.id, status: best.indexed.fact.status };
  return [
    `How it came there: ${[...changes, last].map(({ id, status }) => `${statusWords[status]} in ${id}`).join(', ')}.`,
  ];
}

const isNarrower = ({ place }: TopicMatch) => (place?.targets.length ?? 0) > 1;

const MAX_ALTERNATIVES = 3;
const noProduct = new Set([
  'person',
  'company',
  'organization',
  'event',
  'publication',
  'newsletter',
  'service',
  'project',
  'team',
]);

/** Up to three things of the same kind that do run where something else was asked for. */
export function findAlternatives(
  { topics }: Understanding,
  { index, names }: Snapshot,
  subject: IndexedFact | undefined,
): string[] {
  const asked = topics.flatMap(({ named, isPlace }) => (named === undefined || isPlace ? [] : [named]));
  const own = asked.find((named) => subject?.about.includes(named)) ?? asked[0] ?? subject?.about[0];
  const place = topics.find(
    ({ target, named }) => target !== undefined && (named === undefined || named !== own),
  )?.target;
  const [kind] = own?.kind ?? [];
  if (place === undefined || own === undefined || kind === undefined || noProduct.has(kind)) return [];
  // What runs there itself needs none.
  if (subject?.about[0] === own && subject.fact.status === 'yes' && isSaidOf(place, subject)) return [];
  const found = findOfKind(kind, place.id, index)
    .filter((other) => other !== own)
    .slice(0, MAX_ALTERNATIVES)
    .map(({ name }) => name);
  return found.length === 0 || names.all.length === 0
    ? []
    : [`Of the same kind (${kind}), these do run on ${place.label}: ${found.join(', ')}.`];
}

const isSaidOf = (asked: Target, { on }: IndexedFact) =>
  on.some(({ targets }) => targets.some((said) => mayAnswer(asked, said)));

// The newest things of a kind that run on a target, one more than are told: gone through when they are first asked for, which
// of a large archive takes long.
function findOfKind(kind: string, targetId: string, index: FactIndex): readonly Named[] {
  const byKind = alternatives.get(index) ?? new Map<string, readonly Named[]>();
  alternatives.set(index, byKind);
  const key = `${targetId} ${kind}`;
  const known = byKind.get(key);
  if (known !== undefined) return known;
  const places = index.byTarget.get(targetId) ?? [];
  const found: Named[] = [];
  const seen = new Set<Named>();
  for (let i = places.length - 1; i >= 0 && found.length <= MAX_ALTERNATIVES; i--) {
    const { about, fact } = index.facts[places[i] as number] as IndexedFact;
    const [other] = about;
    if (other === undefined || seen.has(other) || !other.kind.includes(kind)) continue;
    seen.add(other);
    if (fact.status === 'yes') found.push(other);
  }
  byKind.set(key, found);
  return found;
}

const alternatives = new WeakMap<FactIndex, Map<string, readonly Named[]>>();

/** A device's name as a sentence has it: "A Raspberry Pi Zero". */
function withArticle(label: string): string {
  return /^the\b/i.test(label) ? label : `${/^[aeio]/i.test(label) ? 'An' : 'A'} ${label}`;
}
