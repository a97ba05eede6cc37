import { foldName } from '#facts/fold-name.ts';
import type { Named, Names } from '#search/reading/names.ts';
import { findWordFrom } from '#search/words/find-from.ts';
// In the order of their folded names, so that a question folds only the few that it is compared with.
import products from './words/known-products.json' with { type: 'json' };

const folded: string[] = [];
const foldedAt = (place: number): string => (folded[place] ??= foldName(products[place] as string));

/**
 * Names of software, devices and companies that people in computing know, whatever an archive is about: who asks for one that
 * no issue has is told so, and not answered about its neighbour.
 */
export const knownProducts: Pick<Names, 'findFolded'> = {
  findFolded(name): Named | undefined {
    const id = findWordFrom(products.length, foldedAt, name);
    const found = products[id];
    if (found === undefined || foldedAt(id) !== name) return undefined;
    return { id, name: found, also: [], kind: [], by: undefined };
  },
};
