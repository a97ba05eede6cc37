import { readSetting } from '#app/settings/configuration.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { checkWebSettings } from '#platforms/web/serving/settings.ts';

/** One of the commands that serve what the archive says in other ways than a chat. */
export interface PagesRequest {
  readonly name: 'web' | 'site' | 'mcp';
  /** Where `site` writes. */
  readonly siteFolder: string;
  readonly contentFolder: string;
}

/** Checks the settings of the page and runs the command; resolves to the exit code. */
export async function runPages(
  { name, siteFolder, contentFolder }: PagesRequest,
  { environment, streams, listenForStop }: Surroundings,
): Promise<number> {
  const { settings, problems } = checkWebSettings((setting) => readSetting(environment, setting));
  if (settings === undefined) {
    streams.errors.write(`${problems.join('\n')}\n`);
    return 1;
  }
  switch (name) {
    case 'web': {
      const { runWeb } = await import('./run-web.ts');
      return runWeb(settings, contentFolder, streams, listenForStop());
    }
    case 'site': {
      const { runSite } = await import('./run-site.ts');
      return runSite(siteFolder, contentFolder, settings.url, streams);
    }
    case 'mcp': {
      const { runMcp } = await import('./run-mcp.ts');
      return runMcp(contentFolder, settings.url, streams, listenForStop());
    }
  }
}
