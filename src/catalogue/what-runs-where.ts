import { type FactStatus, factStatuses } from '#facts/fact.ts';
import type { Catalogue, CataloguedSubject } from './catalogue.ts';
import { makeSlug } from './slug.ts';
import type { PlaceStatus } from './statement.ts';

/** Which of the table is wanted; undefined: all of it. */
export interface TableFilter {
  /** A noun of the subjects, as a slug: `database`. */
  readonly kind: string | undefined;
  readonly status: FactStatus | undefined;
}

/** Subjects × architectures. */
export interface WhatRunsTable {
  /** Names of the architectures and their families that several rows have anything of, those with most entries first. */
  readonly columns: readonly string[];
  readonly rows: readonly WhatRunsRow[];
  /** The kinds that the whole table has, with how many subjects of each. */
  readonly kinds: readonly TableKind[];
}

export interface TableKind {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
}

export interface WhatRunsRow {
  readonly subject: CataloguedSubject;
  /** By column; undefined where the archive says nothing. */
  readonly cells: readonly (PlaceStatus | undefined)[];
  /** Boards, systems and the like that the archive says something of, too, and architectures that no other row has. */
  readonly others: readonly PlaceStatus[];
}

/** A filter takes a status by its own word only. */
export function findStatus(word: string): FactStatus | undefined {
  return factStatuses.find((status) => status === word);
}

/** What runs where: every subject with a status anywhere, or those that a filter wants. */
export function buildWhatRunsTable({ subjects }: Catalogue, { kind, status }: TableFilter): WhatRunsTable {
  const all = subjects.filter(({ rows }) => rows.length > 0);
  const wanted = all.filter(
    ({ kinds, rows }) =>
      (kind === undefined || kinds.some((one) => makeSlug(one) === kind)) &&
      (status === undefined || rows.some((row) => row.status === status)),
  );
  const columns = countColumns(wanted);
  return {
    columns,
    rows: wanted.map((subject) => ({
      subject,
      cells: columns.map((column) => subject.rows.find((row) => row.isArchitecture && row.place === column)),
      others: subject.rows.filter((row) => !(row.isArchitecture && columns.includes(row.place))),
    })),
    kinds: countKinds(all),
  };
}

const SHORT_TABLE = 50;

function countColumns(subjects: readonly CataloguedSubject[]): string[] {
  const counts = new Map<string, number>();
  for (const { rows } of subjects)
    for (const row of rows) if (row.isArchitecture) counts.set(row.place, (counts.get(row.place) ?? 0) + 1);
  // In a table of one row each has a column; in a long one, a column for a single cell is a column of empty ones.
  const fewest = subjects.length > SHORT_TABLE ? 2 : 1;
  const shown = [...counts].filter(([, count]) => count >= fewest);
  return shown.sort(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1)).map(([label]) => label);
}

function countKinds(subjects: readonly CataloguedSubject[]): TableKind[] {
  const counts = new Map<string, TableKind>();
  for (const { kinds } of subjects) {
    for (const name of new Set(kinds)) {
      const slug = makeSlug(name);
      counts.set(slug, { slug, name: counts.get(slug)?.name ?? name, count: (counts.get(slug)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
