import type { JsonObject } from './world-model.ts';

/** One thing that Discord would refuse in a body: where it is, Discord's code for it, and the sentence. */
export type FormProblem = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
};

/** The nested `errors` object of a 50035 answer. */
export function buildErrorTree(problems: readonly FormProblem[]): JsonObject {
  const tree: JsonObject = {};
  for (const { path, code, message } of problems) {
    let node = tree;
    for (const part of path) {
      node[part] ??= {};
      node = node[part] as JsonObject;
    }
    node._errors ??= [];
    (node._errors as JsonObject[]).push({ code, message });
  }
  return tree;
}

/** A problem that text of the wrong length makes, or none. */
export function findLengthProblem(
  path: FormProblem['path'],
  text: unknown,
  minimum: number,
  maximum: number,
): FormProblem[] {
  if (typeof text !== 'string' || (text.length >= minimum && text.length <= maximum)) return [];
  const message =
    text.length > maximum
      ? `Must be ${maximum} or fewer in length.`
      : `Must be between ${minimum} and ${maximum} in length.`;
  return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message }];
}
