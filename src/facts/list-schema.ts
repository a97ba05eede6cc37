import * as v from 'valibot';
import type { ContentProblem } from '#newsletter/issue.ts';
import { type ListEntry, linesOfEntry } from './list-entry.ts';

const UNEVEN = /[^\S ]| {2}/;

/** A text with single blanks alone, as most are. */
export const foldBlanks = (text: string): string => (UNEVEN.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** A short text on one line. */
export const textOf = (name: string, longest: number) =>
  v.pipe(
    v.string(`${name}: expected text`),
    v.transform(foldBlanks),
    v.minLength(1, `${name}: is empty`),
    v.maxLength(longest, ({ input }) => `${name}: ${input.length} characters, ${longest} are allowed`),
  );

/** A list of short texts; one text alone is a list of one. */
export const textsOf = (name: string, longest: number, most: number) =>
  v.pipe(
    v.union([v.array(textOf(name, longest)), textOf(name, longest)], `${name}: expected a list of texts`),
    v.transform((value) => (Array.isArray(value) ? value : [value])),
    v.maxLength(most, ({ input }) => `${name}: ${input.length} entries, ${most} are allowed`),
  );

/** An entry that has been checked. */
interface CheckedEntry<Output> {
  readonly output: Output | undefined;
  /** Of a broken entry, the texts of its sound fields, for what else can be checked. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly ContentProblem[];
}

/** Checks an entry; what is wrong with it as problems, one for each field, each at the field's own line. */
export function checkEntry<Schema extends v.GenericSchema>(
  schema: Schema,
  { value, line }: ListEntry,
  { file, lines, severity }: { file: string; lines: readonly string[]; severity: ContentProblem['severity'] },
): CheckedEntry<v.InferOutput<Schema>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const remedy = 'write it as "field: value" lines';
    return {
      output: undefined,
      texts: new Map(),
      problems: [{ file, line, severity, message: 'expected fields with values', remedy }],
    };
  }
  const result = v.safeParse(schema, value);
  if (result.success) return { output: result.output, texts: new Map(), problems: [] };
  const faulty = new Set<string>();
  const problems = result.issues.map((issue): ContentProblem => {
    const [field] = issue.path ?? [];
    const key = field === undefined ? undefined : String(field.key);
    if (key !== undefined) faulty.add(key);
    const { message, remedy } = explain(issue, key);
    return { file, line: lineOfField(lines, line, key), severity, message, remedy };
  });
  const texts = Object.entries(value).filter(([key, one]) => typeof one === 'string' && !faulty.has(key));
  return { output: undefined, texts: new Map(texts as [string, string][]), problems };
}

// The library's own words stay out of sight: a field that is missing or unknown, or what the schema says of a value.
function explain({ type, message, expected }: v.BaseIssue<unknown>, key: string | undefined) {
  if (type === 'strict_object' && expected === 'never')
    return { message: `${key}: is no field here`, remedy: 'remove or correct it; content/README.md lists the fields' };
  if (type === 'strict_object') return { message: `${key}: is missing`, remedy: 'add it' };
  if (type === 'max_length') return { message, remedy: 'shorten it, or make two entries of it' };
  if (type === 'min_length') return { message, remedy: 'fill it, or remove the line' };
  return { message, remedy: 'correct it; content/README.md shows how' };
}

/** The line on which a field of an entry stands, 1-based; the entry's own where it has none. */
export function lineOfField(lines: readonly string[], entryLine: number, key: string | undefined): number {
  if (key === undefined) return entryLine;
  const isField = new RegExp(`^(?:- |\\s+)${key.replace(/[^\w-]/g, '.')}:`);
  return (
    entryLine +
    Math.max(
      0,
      linesOfEntry(lines, entryLine).findIndex((line) => isField.test(line)),
    )
  );
}
