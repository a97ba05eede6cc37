import { readFolder } from '#archive/read-folder.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';

/** A folder of issues, as the archive that it is, and each of its issues as an archive of its own. */
export interface Archives {
  readonly whole: Snapshot;
  /** The same as if nobody had written a fact: what answers is a sentence. */
  readonly withoutFacts: Snapshot;
  /** By the id of the issue. */
  readonly ofOne: ReadonlyMap<string, Snapshot>;
}

// An editor who begins writes few questions for a fact.
const FEW = 2;

/** Reads a folder of issues with their facts. Whoever begins has one issue, with few questions, and is to be answered as well. */
export async function loadArchives(folder: string): Promise<Archives> {
  const { reports, subjects } = await readFolder(folder);
  const issues = reports.flatMap(({ issue, facts }) => (issue === undefined ? [] : [{ issue, facts }]));
  return {
    whole: buildSnapshot(issues, subjects),
    withoutFacts: buildSnapshot(issues.map(({ issue }) => ({ issue, facts: [] }))),
    ofOne: new Map(
      issues.map(({ issue, facts }) => {
        const few = Array.from(facts, (fact) => ({ ...fact, asks: fact.asks.slice(0, FEW) }));
        return [issue.id, buildSnapshot([{ issue, facts: few }], subjects)];
      }),
    ),
  };
}
