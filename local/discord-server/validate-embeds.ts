import { type FormProblem, findLengthProblem } from './form-problem.ts';
import type { JsonObject } from './world-model.ts';

export const embedLimits = {
  embeds: 10,
  total: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
} as const;

/** What Discord refuses in a list of embeds beyond its schema: each limit, the sum of all, addresses and empty ones. */
export function findEmbedProblems(embeds: readonly JsonObject[]): FormProblem[] {
  const problems = embeds.flatMap((embed, index) => findProblemsOfOne(embed, ['embeds', index]));
  const total = embeds.reduce((sum, embed) => sum + countCharacters(embed), 0);
  if (total > embedLimits.total) {
    const message = `Embed size exceeds maximum size of ${embedLimits.total}`;
    problems.push({ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message });
  }
  return problems;
}

/** The characters of an embed that count against the sum over all embeds. */
export function countCharacters(embed: JsonObject): number {
  const fields = (embed.fields ?? []) as JsonObject[];
  const texts = [
    embed.title,
    embed.description,
    (embed.footer as JsonObject | null | undefined)?.text,
    (embed.author as JsonObject | null | undefined)?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ];
  return texts.reduce((sum: number, text) => sum + (typeof text === 'string' ? text.trim().length : 0), 0);
}

function findProblemsOfOne(embed: JsonObject, at: FormProblem['path']): FormProblem[] {
  const footer = embed.footer as JsonObject | null | undefined;
  const author = embed.author as JsonObject | null | undefined;
  const fields = (embed.fields ?? []) as JsonObject[];
  const hasNothing = ['title', 'description', 'author', 'image', 'thumbnail', 'footer'].every(
    (key) => !isFilled(embed[key]),
  );
  return [
    ...findLengthProblem([...at, 'title'], embed.title, 0, embedLimits.title),
    ...findLengthProblem([...at, 'description'], embed.description, 0, embedLimits.description),
    ...findLengthProblem([...at, 'footer', 'text'], footer?.text, 0, embedLimits.footer),
    ...findLengthProblem([...at, 'author', 'name'], author?.name, 0, embedLimits.author),
    ...fields.flatMap((field, index) => [
      ...findTextProblems([...at, 'fields', index, 'name'], field.name, embedLimits.fieldName),
      ...findTextProblems([...at, 'fields', index, 'value'], field.value, embedLimits.fieldValue),
    ]),
    ...(hasNothing && fields.length === 0
      ? [{ path: [...at, 'description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
      : []),
    ...findSchemeProblems([...at, 'url'], embed.url, ['http', 'https']),
    ...findSchemeProblems([...at, 'author', 'url'], author?.url, ['http', 'https']),
    ...['image', 'thumbnail'].flatMap((key) =>
      findSchemeProblems([...at, key, 'url'], (embed[key] as JsonObject | null | undefined)?.url, [
        'http',
        'https',
        'attachment',
      ]),
    ),
  ];
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

// White space at the ends is cut off before Discord looks, so a field of blanks counts as missing.
function findTextProblems(path: FormProblem['path'], text: unknown, maximum: number): FormProblem[] {
  if (!isFilled(text)) return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  return findLengthProblem(path, text, 1, maximum);
}

function findSchemeProblems(path: FormProblem['path'], url: unknown, schemes: readonly string[]): FormProblem[] {
  if (typeof url !== 'string') return [];
  if (!URL.canParse(url)) return [{ path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }];
  const scheme = new URL(url).protocol.slice(0, -1);
  if (schemes.includes(scheme)) return [];
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${schemes.map((s) => `'${s}'`).join(', ')}).`;
  return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message }];
}
