import * as v from 'valibot';

const verdict = v.picklist(['yes', 'no', 'partly', 'planned', 'in-progress', 'unknown']);
const status = v.picklist(['yes', 'partly', 'in-progress', 'planned', 'no']);
const about = <Schema extends v.GenericSchema>(schema: Schema, description: string) =>
  v.pipe(schema, v.description(description));

/** Where something stands in the newsletter. */
const source = v.object({
  issue: about(v.string(), 'The issue, such as 2017-W41'),
  day: about(v.string(), 'The day of the issue, YYYY-MM-DD'),
  article: about(v.string(), 'The heading of the article; empty where it has none'),
  quote: about(v.string(), 'What proves it, word for word'),
  links: about(v.array(v.string()), 'The addresses that the article gives'),
  page: v.optional(about(v.string(), 'The page of the issue')),
});

/** The object that `ask --json` writes for each question. */
export const answerSchema = v.object({
  id: about(v.union([v.string(), v.number()]), 'Stands for the question in a batch'),
  question: v.string(),
  answered: about(
    v.boolean(),
    'True where something of the archive is given as the answer; false where it does not say, and for what is no question',
  ),
  verdict: about(v.nullable(verdict), 'Where yes or no can answer; "unknown": the archive is silent, which is no "no"'),
  text: about(v.string(), 'The answer as plain text'),
  citations: about(
    v.array(v.object({ issue: v.string(), article: v.string(), quote: v.string(), links: v.array(v.string()) })),
    'What the answer rests on, best first',
  ),
  suggestions: about(v.array(v.string()), 'Questions worth asking next'),
  elapsedMs: v.number(),
});

/** Where one subject runs. */
export const statusSchema = v.object({
  subject: about(v.string(), 'The subject as the archive writes it'),
  found: about(v.boolean(), 'False when the archive does not say where it runs'),
  page: v.optional(about(v.string(), 'The page of the subject')),
  rows: v.array(
    v.object({
      target: about(v.string(), 'An architecture, a board, a system'),
      status,
      since: about(v.object({ issue: v.string(), day: v.string() }), 'From which issue on it stood so'),
      says: about(v.string(), 'The statement of the newest issue that speaks of it'),
      source,
    }),
  ),
  suggestions: about(v.array(v.string()), 'Other subjects that may be meant'),
});

/** Articles that fit some words, best first. */
export const searchSchema = v.object({
  words: v.string(),
  articles: v.array(
    v.object({
      issue: v.string(),
      day: v.string(),
      article: v.string(),
      links: v.array(v.string()),
      page: v.optional(v.string()),
    }),
  ),
});

/** What the newest issue is about; all empty before there is one. */
export const latestSchema = v.object({
  issue: v.nullable(v.string()),
  title: v.string(),
  day: v.string(),
  link: v.nullable(about(v.string(), 'Where it is published')),
  articles: v.array(v.object({ section: v.string(), heading: v.string(), links: v.array(v.string()) })),
  page: v.optional(v.string()),
});

/** Why there is no answer, and what to do. */
export const problemSchema = v.object({ error: v.string() });

/** Which object each command of the list gives a program. */
export const commandSchemas = {
  ask: answerSchema,
  status: statusSchema,
  search: searchSchema,
  latest: latestSchema,
} as const;

export type ProgramCommand = keyof typeof commandSchemas;
export type AnswerObject = v.InferOutput<typeof answerSchema>;
export type StatusObject = v.InferOutput<typeof statusSchema>;
export type SearchObject = v.InferOutput<typeof searchSchema>;
export type LatestObject = v.InferOutput<typeof latestSchema>;
