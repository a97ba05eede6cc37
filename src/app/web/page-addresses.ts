import type { PageAddresses } from '#app/responding/link-page.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';

/** The whole addresses of subjects' and issues' pages below `webUrl`. */
export function createPageAddresses(webUrl: string, getCatalogue: () => Catalogue): PageAddresses {
  return {
    subject(name) {
      const subject = getCatalogue().findNamed(name);
      return subject && `${webUrl}/subjects/${encodeURIComponent(subject.slug)}`;
    },
    issue: (id) => getCatalogue().findIssue(id) && `${webUrl}/issues/${encodeURIComponent(id)}`,
  };
}
