import * as v from 'valibot';
import { contentWarning } from '#newsletter/content-warning.ts';
import type { ContentProblem, Issue } from '#newsletter/issue.ts';
import { checkFacts, describeUnproven, isProven } from './check-facts.ts';
import { type Fact, factStatuses } from './fact.ts';
import { foldHeading } from './fold-name.ts';
import { linesOfEntry } from './list-entry.ts';
import { checkEntry, lineOfField, textOf, textsOf } from './list-schema.ts';
import { readYamlList } from './read-yaml-list.ts';

const MAX_SAYS = 220;
const MAX_QUOTE = 300;
// A full issue has about forty.
const MAX_FACTS = 400;

const factSchema = v.strictObject({
  article: textOf('article', 300),
  says: textOf('says', MAX_SAYS),
  quote: v.optional(textOf('quote', MAX_QUOTE)),
  about: v.pipe(textsOf('about', 100, 12), v.minLength(1, 'about: is empty')),
  on: v.optional(textsOf('on', 100, 30), []),
  status: v.optional(
    v.picklist(factStatuses, ({ input }) => `status: expected one of ${factStatuses.join(', ')}, found “${input}”`),
  ),
  asks: v.pipe(textsOf('asks', 200, 8), v.minLength(1, 'asks: is empty')),
});

/** Reads an issue's fact file and checks it against the issue; a broken fact is left out and named, the others are used. */
export function parseFacts(file: string, text: string, issue: Issue): { facts: Fact[]; problems: ContentProblem[] } {
  const { entries, problems } = readYamlList(file, text);
  const lines = text.split(/\r\n|\n|\r/);
  const articles = Map.groupBy(issue.articles, ({ heading }) => foldHeading(heading));
  const facts: Fact[] = [];
  const drafts: number[] = [];
  for (const [place, entry] of entries.slice(0, MAX_FACTS).entries()) {
    const { line } = entry;
    const fail = (field: string, message: string, remedy: string) =>
      problems.push({ file, line: lineOfField(lines, line, field), severity: 'error', message, remedy });
    const own = linesOfEntry(lines, line);
    // What draft-facts has written, and nobody has read yet.
    if (own.some((one) => MARK.test(one))) {
      drafts.push(line);
      continue;
    }
    const cuts = own.flatMap((one) => CUT.exec(one)?.[1] ?? []);
    for (const cut of cuts)
      fail(cut, `${cut}: everything behind " #" is a comment and left out`, 'put the text between quotes');
    const checked = checkEntry(factSchema, entry, { file, lines, severity: 'error' });
    // What is left of a text that was cut says nothing more.
    problems.push(...checked.problems.filter(({ message }) => !cuts.some((cut) => message.startsWith(`${cut}: `))));
    const isWhole = checked.output !== undefined && cuts.length === 0;
    const texts = checked.output === undefined ? checked.texts : textsOfFact(checked.output);
    const [heading, says, quote] = ['article', 'says', 'quote'].map((field) =>
      cuts.includes(field) ? undefined : texts.get(field),
    );
    if (heading === undefined) continue;
    const named = articles.get(foldHeading(heading)) ?? [];
    const proof = says === undefined && quote === undefined ? undefined : { says: says ?? '', quote };
    // Of several articles under one heading, the one that proves it.
    const proving = named.length > 1 && proof !== undefined ? named.find((one) => isProven(proof, one)) : undefined;
    const article = proving ?? named[0];
    if (article === undefined) fail('article', `article: ${issue.id} has no heading “${heading}”`, nameSome(issue));
    else if (isWhole && checked.output !== undefined) {
      const { article: _, ...rest } = checked.output;
      const fact = { quote: undefined, status: undefined, ...rest };
      facts.push({
        id: `${issue.id}~${place}`,
        issueId: issue.id,
        articleId: article.id,
        ...fact,
        line,
        isReviewed: true,
      });
    }
    // A broken entry's other faults, too, so that an editor mends all at once.
    else if (proof !== undefined && !hasFaultyQuote(entry.value, quote) && !isProven(proof, article))
      problems.push(describeUnproven(file, proof, (field) => lineOfField(lines, line, field)));
  }
  if (drafts.length > 0) {
    const message = `${drafts.length} of ${entries.length} facts are drafts still (“# ?”) and are not used`;
    problems.push(contentWarning(file, drafts[0] ?? 1, message, 'mend each, and take its marks away'));
  }
  if (entries.length > MAX_FACTS) {
    const message = `${entries.length} facts, ${MAX_FACTS} are allowed; the rest is left out`;
    const line = entries[MAX_FACTS]?.line ?? 1;
    problems.push({ file, line, severity: 'error', message, remedy: 'keep what people ask' });
  }
  const checked = checkFacts(file, facts, issue, ({ line = 1 }, field) => lineOfField(lines, line, field));
  return {
    facts: checked.facts,
    problems: [...problems, ...checked.problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

const MARK = /\s#\s\?/;

const CUT = /^(?:- |\s+)(says|quote|article):\s+(?:[^"'|>\s#].*\s)?#/;

const textsOfFact = ({ article, says, quote }: v.InferOutput<typeof factSchema>): ReadonlyMap<string, string> =>
  new Map(Object.entries({ article, says, ...(quote === undefined ? {} : { quote }) }));

// Where the passage itself is broken, the sentence need not stand in the article.
const hasFaultyQuote = (value: unknown, quote: string | undefined): boolean =>
  quote === undefined && typeof value === 'object' && value !== null && 'quote' in value;

function nameSome({ articles }: Issue): string {
  const headings = articles
    .filter(({ kind, heading }) => kind === 'news' && heading !== '')
    .map(({ heading }) => heading);
  const some = headings.slice(0, 3).map((heading) => `“${heading}”`);
  if (some.length === 0) return 'give its articles headings';
  return `take one of its headings: ${some.join(', ')}${headings.length > 3 ? ' …' : ''}`;
}
