import { fridayOfIsoWeek } from '#newsletter/days/iso-week.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { FactualIssue } from '#search/reading/order-facts.ts';
import { inventIssue, withFacts } from '../commands/invented-archive.ts';

/** One statement about kitchen software: in the words of an article of its own, and as an editor's fact unless it says not. */
export interface InventedFact {
  readonly says: string;
  readonly about: readonly string[];
  readonly on?: readonly string[];
  readonly status?: string;
  /** The article has a heading and text, and nobody has written a fact. */
  readonly isDraft?: true;
  readonly heading?: string;
}

/** An issue in which each statement has an article. */
export function inventIssueOfFacts(
  id: string,
  facts: readonly InventedFact[],
  more: Partial<Issue> = {},
): FactualIssue {
  const headings = facts.map(({ heading, about }, i) => heading ?? `${about[0]} news ${i + 1}`);
  const [year = 0, week = 0] = id.split('-W').map(Number);
  const issue = inventIssue(
    id,
    fridayOfIsoWeek(year, week),
    facts.map(({ says }, i) => ({ heading: headings[i] ?? '', sentences: [says] })),
    more,
  );
  const entries = facts.flatMap(({ says, about, on, status, isDraft }, i) =>
    isDraft
      ? []
      : [{ article: headings[i], says, about, ...(on ? { on } : {}), ...(status ? { status } : {}), asks: [says] }],
  );
  // A value in JSON is one in YAML.
  return withFacts(
    issue,
    entries
      .map(
        (entry) =>
          `- ${Object.entries(entry)
            .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
            .join('\n  ')}\n`,
      )
      .join(''),
  );
}
