import { makeSlug } from './slug.ts';

/** Something with names that gets an address; of two that would get the same, the older one has it. */
export interface Addressed {
  readonly name: string;
  readonly also: readonly string[];
  /** Sorts as text: what the archive has known longer comes first. */
  readonly age: string;
}

/** Which address belongs to which thing. */
export interface AddressBook<Thing extends Addressed> {
  /** Each thing by its own slug. */
  readonly bySlug: ReadonlyMap<string, Thing>;
  /** The slugs of other names, and what they lead to: what is renamed and keeps its old name is still found there. */
  readonly aliases: ReadonlyMap<string, Thing>;
}

/** Gives each thing a slug that it keeps: a younger thing never takes the one of an older, it gets a number behind it. */
export function buildAddressBook<Thing extends Addressed>(things: readonly Thing[]): AddressBook<Thing> {
  const bySlug = new Map<string, Thing>();
  const byAge = things.toSorted((a, b) => (a.age < b.age ? -1 : a.age > b.age ? 1 : 0));
  for (const thing of byAge) {
    const slug = makeSlug(thing.name);
    let free = slug;
    for (let number = 2; bySlug.has(free); number++) free = `${slug}-${number}`;
    bySlug.set(free, thing);
  }
  const aliases = new Map<string, Thing>();
  for (const thing of byAge) {
    for (const slug of thing.also.map(makeSlug)) {
      if (!bySlug.has(slug) && !aliases.has(slug)) aliases.set(slug, thing);
    }
  }
  return { bySlug, aliases };
}
