import { isJsonObject } from './slack-json.ts';

/** Bolt sends an empty object or nothing where it has nothing to say. */
export function isEmptyAnswer(answer: unknown): boolean {
  return (
    answer === undefined ||
    answer === null ||
    answer === '' ||
    (isJsonObject(answer) && Object.keys(answer).length === 0)
  );
}
