import type { PageAddresses } from '#app/responding/link-page.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Where replies find their pages; nothing is loaded for it where nobody says where these are. */
export async function openPages(
  webUrl: string | undefined,
  getSnapshot: () => Snapshot,
): Promise<PageAddresses | undefined> {
  if (webUrl === undefined) return undefined;
  const [{ createPageAddresses }, { createCatalogueReader }] = await Promise.all([
    import('./page-addresses.ts'),
    import('#catalogue/catalogue.ts'),
  ]);
  return createPageAddresses(webUrl, createCatalogueReader(getSnapshot));
}
