import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import { cite } from '#answering/wording/cite.ts';
import { makeFollowUp } from '#answering/wording/make-follow-up.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { isProcessor } from '#targets/vocabulary.ts';
import { introduce } from './card.ts';

const COMPARES =
  /^\W*(?:(?:hey|hi|so|ok|please|can you|could you)[,\s]+)*compare\b|\b(?:difference|differences|comparison) between\b|\bhow (?:do|does|is|are)\b.*\b(?:compare|differ|different)\b|\s(?:vs\.?|versus)\s/i;
const OF_COMPARING =
  /^(?:compare[ds]?|comparison|differences?|differ|different|vs|versus|between|main|big|biggest|diff|performance|speed)$/i;
const JOINT = /^\W*(?:vs\.?|versus|and|with|to|or|from|,|compare[ds]?(?: (?:to|with))?)\W*(?:(?:the|an?)\s+)?$/i;
const MOST = 3;
const TELLING = 0.35;

/**
 * Sets two or three things side by side, where no place is asked about: what is said of them together, then what each is.
 * No winner is made of it. Undefined for any other question.
 */
export function answerComparison(understanding: Understanding, snapshot: Snapshot): Answer | undefined {
  const { question, topics, words, unknownNames } = understanding;
  if (unknownNames.length > 0 || !COMPARES.test(question)) return undefined;
  const named = [...new Set(topics.flatMap((topic) => topic.named ?? []))];
  if (named.length < 2 || named.length > MOST || named.length < topics.length) return undefined;
  // "does VS Code run on arm64?" compares nothing.
  const isBetween = topics.slice(1).every(({ start }, i) => JOINT.test(question.slice(topics[i]?.end, start)));
  if (!isBetween || topics.some(({ target }) => isProcessor(target))) return undefined;
  if (words.some(({ raw, isNamed, weight }) => !isNamed && weight > TELLING && !OF_COMPARING.test(raw)))
    return undefined;
  const each = named.map((one) => describe(one, snapshot));
  const told = each.filter((one) => one !== undefined);
  if (told.length < named.length) return undefined;
  const together = findTogether(named, snapshot);
  const [first] = told;
  return {
    answered: true,
    verdict: undefined,
    lead: together?.fact.says ?? `${named.map(({ name }) => name).join(' and ')}, each as the archive has it:`,
    notes: [],
    list: {
      title: together === undefined ? '' : 'Each by itself',
      items: told.map((one, i) => `${named[i]?.name}: ${one.fact.says} (${one.issue.id})`),
    },
    citations: [...(together ? [together] : []), ...told]
      .filter((one, i, all) => all.findIndex(({ headingList }) => headingList === one.headingList) === i)
      .map((one) => cite(one, true)),
    suggestions: [],
    followUp: makeFollowUp(understanding, first),
  };
}

function describe(named: Named, snapshot: Snapshot): IndexedFact | undefined {
  const own = factsOf(named, snapshot).filter(({ subject }) => subject === named);
  return introduce(own, named.name)[0];
}

// The newest statement on one of them that names all the others.
function findTogether(named: readonly Named[], snapshot: Snapshot): IndexedFact | undefined {
  const names = named.map(({ name }) => new RegExp(`(?<![\\w-])${RegExp.escape(name)}(?![\\w-])`));
  const found = named.map((one) =>
    factsOf(one, snapshot).findLast(
      ({ subject, fact }) => subject === one && names.every((name) => name.test(fact.says)),
    ),
  );
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => a.place - b.place)
    .at(-1);
}

const factsOf = ({ id }: Named, { index }: Snapshot): IndexedFact[] =>
  (index.byName.get(id) ?? []).map((place) => index.facts[place] as IndexedFact);
