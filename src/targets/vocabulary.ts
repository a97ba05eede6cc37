import { checkVocabulary } from './check-vocabulary.ts';
import type { Target } from './target.ts';
import architectures from './vocabulary/architectures.json' with { type: 'json' };
import devices from './vocabulary/devices.json' with { type: 'json' };
import families from './vocabulary/families.json' with { type: 'json' };
import notTargetPhrases from './vocabulary/not-targets.json' with { type: 'json' };
import operatingSystems from './vocabulary/operating-systems.json' with { type: 'json' };
import ordinaryWordList from './vocabulary/ordinary-words.json' with { type: 'json' };

// The file says what kind its entries are, so that a new entry is one short line.
const withKind = (kind: Target['kind'], entries: readonly Omit<Target, 'kind'>[]): Target[] =>
  entries.map((entry) => ({ ...entry, kind }));

/** Every target that the bot knows, from the data in `vocabulary/`. */
export const vocabulary: readonly Target[] = [
  ...withKind('architecture', architectures),
  ...withKind('family', families),
  ...withKind('device', devices),
  ...withKind('operating-system', operatingSystems),
];

/** Phrases that contain the name of a target and mean something else ("MAC address"); capitals in them must match. */
export const notTargets: readonly string[] = notTargetPhrases;

/** Words that look like a misspelt name of a target and are not ("centric", "polaris"). */
export const ordinaryWords: ReadonlySet<string> = new Set(ordinaryWordList);

const problems = checkVocabulary(vocabulary);
if (problems.length > 0) throw new Error(`The vocabulary of targets has mistakes:\n${problems.join('\n')}`);

const byId = new Map(vocabulary.map((target) => [target.id, target]));

/** The target with that id; throws when there is none, since ids in code and data are checked when the program starts. */
export function getTarget(id: string): Target {
  const target = byId.get(id);
  if (target === undefined) throw new Error(`No target has the id "${id}": look it up in src/targets/vocabulary/.`);
  return target;
}

const general = new Set(vocabulary.flatMap(({ isA }) => isA ?? []));

/** True for a target that others are kinds of: Linux, of which Debian is one. */
export const hasKinds = ({ id }: Target): boolean => general.has(id);

/** An architecture, or a family of them. */
export const isProcessor = (target: Pick<Target, 'kind'> | undefined): boolean =>
  target?.kind === 'architecture' || target?.kind === 'family';
