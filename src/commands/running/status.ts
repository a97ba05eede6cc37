import { buildStatus } from '#answering/answers/build-status.ts';
import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import { suggest } from '#commands/wording/compose-notice.ts';
import type { Block } from '#conversation/reply.ts';
import { searchArticles } from '#search/search-articles.ts';

/** A table of all that the archive says about one subject, a row for each target. */
export function runStatusCommand(argument: string, context: CommandContext): CommandOutcome {
  const report = buildStatus(argument, context.snapshot);
  const { rows } = report;
  const suggestions = suggest(rows.length === 0 ? 'Did you mean' : 'See also', report.suggestions);
  if (rows.length === 0) {
    const lead = `The archive does not say where “${argument}” runs.`;
    const found = searchArticles(context.snapshot, argument, 1).length > 0;
    const next = suggest('Try', [found ? `search ${argument}` : 'help']);
    return {
      reply: {
        blocks: [{ kind: 'lead', text: lead, verdict: 'unknown' }, ...(suggestions.length > 0 ? suggestions : next)],
        audience: 'anyone',
      },
    };
  }
  const newest =
    rows
      .map(({ indexed }) => indexed.issue.date.day)
      .sort()
      .at(-1) ?? '';
  const blocks: Block[] = [
    {
      kind: 'lead',
      text: `${report.subject}: where it runs, by the archive; the newest statement on that is of ${newest}.`,
      verdict: undefined,
    },
    {
      kind: 'table',
      title: `Status of ${report.subject}`,
      columns: ['Target', 'Status', 'Since', 'Evidence'],
      rows: rows.map((row, index) => [
        row.place,
        row.label,
        `${row.issueId} (${row.day})`,
        row.indexed === rows[index - 1]?.indexed ? 'as above' : row.indexed.fact.says,
      ]),
    },
    ...suggestions,
  ];
  return {
    reply: { blocks, audience: 'anyone' },
    subject: report.subject,
    // "and on windows?" asks of what the table is about.
    followUp: { question: `does ${report.subject} run?`, subject: report.subject },
    issueId: rows[0]?.issueId,
  };
}
