import { buildStatusRows } from '#answering/answers/build-status.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Named } from '#search/reading/names.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { buildAddressBook } from './address-book.ts';
import { type PlaceStatus, type Statement, toPlaceStatus, toStatement } from './statement.ts';

/** The whole archive laid out for browsing. Never changed: made anew for each snapshot. */
export interface Catalogue {
  /** By name. */
  readonly subjects: readonly CataloguedSubject[];
  /** By the slug of its address, or of one of its other names. */
  readonly findSubject: (slug: string) => CataloguedSubject | undefined;
  /** The slugs of other names, and what they lead to. */
  readonly aliases: ReadonlyMap<string, CataloguedSubject>;
  /** By a name in any spelling. */
  readonly findNamed: (name: string) => CataloguedSubject | undefined;
  /** Newest first. */
  readonly issues: readonly Issue[];
  /** By its id, in any letter case. */
  readonly findIssue: (id: string) => Issue | undefined;
  readonly factsOf: (issueId: string) => readonly Statement[];
}

/** Something that facts are about, or that things run on. */
export interface CataloguedSubject {
  readonly name: string;
  readonly also: readonly string[];
  readonly kinds: readonly string[];
  readonly slug: string;
  /** How it stands now, place by place. */
  readonly rows: readonly PlaceStatus[];
  /** What was said about it, the newest first. */
  readonly about: readonly Statement[];
  /** What was said to run on it, or to work with it, the newest first. */
  readonly on: readonly Statement[];
}

/** Lays out an archive: every subject of which anything is said, and every issue. */
export function buildCatalogue(snapshot: Snapshot): Catalogue {
  const { names, index, issues } = snapshot;
  const known = names.all.flatMap((named) => {
    const [first] = index.byName.get(named.id) ?? [];
    // Facts are in the order of their issues: the earlier one of its facts stands, the longer it is known.
    return first === undefined
      ? []
      : [{ named, name: named.name, also: named.also, age: String(first).padStart(9, '0') }];
  });
  const book = buildAddressBook(known);
  const byNamed = new Map<Named, CataloguedSubject>();
  for (const [slug, { named }] of book.bySlug) byNamed.set(named, layOut(named, slug, snapshot));
  const find = ({ named }: { readonly named: Named }) => byNamed.get(named) as CataloguedSubject;
  const aliases = new Map([...book.aliases].map(([slug, thing]) => [slug, find(thing)]));
  const byIssue = Map.groupBy(index.facts, ({ issue }) => issue.id);
  const issueById = new Map(issues.map((issue) => [issue.id.toLowerCase(), issue]));
  return {
    subjects: [...byNamed.values()].sort((a, b) => compareNames(a.name, b.name)),
    findSubject(slug) {
      const own = book.bySlug.get(slug);
      return own === undefined ? aliases.get(slug) : find(own);
    },
    aliases,
    findNamed(name) {
      const named = names.find(name);
      return named && byNamed.get(named);
    },
    issues: issues.toReversed(),
    findIssue: (id) => issueById.get(id.toLowerCase()),
    factsOf: (issueId) => (byIssue.get(issueId) ?? []).map(toStatement),
  };
}

function layOut(named: Named, slug: string, snapshot: Snapshot): CataloguedSubject {
  const { facts, byName } = snapshot.index;
  const all = (byName.get(named.id) ?? []).map((place) => facts[place] as IndexedFact).reverse();
  return {
    name: named.name,
    also: named.also.filter((other) => other !== named.name),
    kinds: named.kind,
    slug,
    rows: buildStatusRows(named, snapshot).map(toPlaceStatus),
    about: all.filter((fact) => fact.about.includes(named)).map(toStatement),
    on: all.filter((fact) => !fact.about.includes(named)).map(toStatement),
  };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
// ".NET" stands among the letters.
const compareNames = (a: string, b: string) => collator.compare(withoutSigns(a), withoutSigns(b));
const withoutSigns = (name: string) => name.replace(/^[^\p{L}\p{N}]+/u, '');

/** The catalogue of the archive as it is now, made when it is first asked for and kept until the archive changes. */
export function createCatalogueReader(getSnapshot: () => Snapshot): () => Catalogue {
  let kept: { snapshot: Snapshot; catalogue: Catalogue } | undefined;
  return () => {
    const snapshot = getSnapshot();
    if (kept?.snapshot !== snapshot) kept = { snapshot, catalogue: buildCatalogue(snapshot) };
    return kept.catalogue;
  };
}
