import { foldName } from '#facts/fold-name.ts';
import type { Named, Names } from '#search/reading/names.ts';
import products from './words/known-products.json' with { type: 'json' };

let byFolded: ReadonlyMap<string, Named> | undefined;

/**
 * Names of software, devices and companies that people in computing know, whatever an archive is about: who asks for one that
 * no issue has is told so, and not answered about its neighbour. Gone through when the first question comes.
 */
export const knownProducts: Pick<Names, 'findFolded'> = {
  findFolded(folded) {
    byFolded ??= new Map(products.map((name, id) => [foldName(name), { id, name, also: [], kind: [], by: undefined }]));
    return byFolded.get(folded);
  },
};
