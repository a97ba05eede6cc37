import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import type { Block } from '#conversation/reply.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** One screen, and short enough for one chat message. */
const MAX_ARTICLES = 8;

/** The articles that fit some words best, best first. */
export function runSearchCommand(argument: string, context: CommandContext): CommandOutcome {
  const found = findNews(argument, context.snapshot);
  const blocks: Block[] =
    found.length === 0
      ? [{ kind: 'lead', text: `No article mentions “${argument}”.`, verdict: 'unknown' }]
      : [
          { kind: 'lead', text: `Articles that fit “${argument}” best:`, verdict: undefined },
          {
            kind: 'list',
            title: '',
            items: found.map(
              ({ article, issue }) => `${article.heading || issue.title} (${issue.id}, ${issue.date.day})`,
            ),
          },
        ];
  return { reply: { blocks, audience: 'anyone' } };
}

/** The articles of news that fit some words best, as many as are shown. */
export function findNews(words: string, snapshot: Snapshot) {
  // A newsletter's own table of contents fits everything that is in it, and tells nothing of it.
  return searchArticles(snapshot, words, 2 * MAX_ARTICLES)
    .filter(({ article }) => article.kind === 'news')
    .slice(0, MAX_ARTICLES);
}
