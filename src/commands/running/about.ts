import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import { describeDay } from '#commands/wording/describe-day.ts';
import { countReviewed } from '#search/snapshot.ts';

/** What this bot is and what it has read. */
export function runAboutCommand(_argument: string, context: CommandContext): CommandOutcome {
  const { issues } = context.snapshot;
  const newest = issues.at(-1);
  const articles = issues.flatMap((issue) => issue.articles.filter(({ kind }) => kind === 'news'));
  const items = [
    `Version ${context.version}`,
    [
      countOf(issues.length, 'issue'),
      countOf(articles.length, 'article'),
      countOf(countReviewed(context.snapshot), 'reviewed fact'),
    ].join(', '),
    ...(issues.some(({ isRestated }) => isRestated)
      ? ['The issues are restated in our own words; the facts are the newsletter’s']
      : []),
    newest === undefined
      ? 'No issue has been read yet'
      : `Newest issue: ${newest.id}, ${describeDay(newest.date, context.today)}`,
  ];
  return {
    reply: {
      blocks: [
        {
          kind: 'lead',
          text: 'I answer what runs on Arm from the issues of a weekly newsletter, and from nothing else.',
          verdict: undefined,
        },
        { kind: 'list', title: '', items },
      ],
      audience: 'private',
    },
  };
}

function countOf(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
