import type { Fact } from '#facts/fact.ts';
import type { Issue } from '#newsletter/issue.ts';
import { draftFacts } from './draft-facts.ts';

const draftHead = `# A draft, made from the issue's own sentences: nothing in it is a fact until you have read it.
# Mend every line that ends in "# ?", take out what nobody would ask, split what says two things, and add what is missing.
# content/README.md says what each field is for; "npm run -s check-content -- FOLDER" says what is still wrong.
`;
const MAX_SAYS = 220;
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} .,;/()'’%$+&-]*$/u;
const OTHER_THAN_TEXT = /^(?:true|false|null|yes|no|on|off|~|[\d.]+)$/i;

/** An issue's draft facts as a YAML file for an editor to mend. */
export function renderDraft(issue: Issue): string {
  // A fact names its article by the heading.
  const named = issue.articles.filter(({ heading }) => heading !== '');
  const facts = named.flatMap(draftFacts).filter(({ says }) => hasWords(says));
  const headings = new Map(issue.articles.map(({ id, heading }) => [id, heading]));
  return [draftHead, ...facts.map((fact) => renderFact(fact, headings.get(fact.articleId) ?? ''))].join('\n');
}

function renderFact(fact: Fact, heading: string): string {
  const { says, on, status } = fact;
  const about = fact.about.length > 0 ? fact.about : [heading || 'the subject'];
  const isLong = says.length > MAX_SAYS;
  return [
    `- article: ${quote(heading)}`,
    `  says: ${quote(says)} # ?${isLong ? ` ${says.length} characters: shorten it to ${MAX_SAYS}, and give the passage as "quote"` : ''}`,
    `  about: [${about.map(quote).join(', ')}] # ?`,
    ...(status === undefined ? [] : [`  on: [${on.map(quote).join(', ')}] # ?`, `  status: ${quote(status)} # ?`]),
    '  asks: # ?',
    ...draftAsks(fact, about[0] ?? '').map((ask) => `    - ${quote(ask)}`),
    '',
  ].join('\n');
}

// As somebody would type it; an editor knows better words than the sentence's own.
function draftAsks({ status, on, says }: Fact, subject: string): string[] {
  const name = subject.toLowerCase();
  if (status !== undefined) return on.slice(0, 2).map((place) => `does ${name} run on ${place.toLowerCase()}?`);
  return [/\b(?:is|are) (?:an?|the|one)\b/i.test(says) ? `what is ${name}?` : `what is new with ${name}?`];
}

function quote(text: string): string {
  return PLAIN.test(text) && !OTHER_THAN_TEXT.test(text) && !/ $|:| #/.test(text) ? text : JSON.stringify(text);
}

// A name alone, or a number, is nothing to ask for.
function hasWords(says: string): boolean {
  const at = says.search(/\p{L}{3}/u);
  return at !== -1 && (says.slice(at).match(/\s/g)?.length ?? 0) >= 2;
}
