/** One line of a batch, read: a question, or why there is none. */
export type BatchLine =
  | { readonly kind: 'question'; readonly id: string | number; readonly question: string }
  | { readonly kind: 'unreadable'; readonly id: string | number; readonly question: string; readonly error: string };

/** Reads a line of a batch: raw text, or a JSON object with `q` and optionally `id`; undefined for a blank line. */
export function parseBatchLine(line: string, lineNumber: number): BatchLine | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  const id = String(lineNumber);
  if (!text.startsWith('{')) return { kind: 'question', id, question: text };
  const unreadable = (error: string): BatchLine => ({ kind: 'unreadable', id, question: text, error });

  let value: { readonly id?: unknown; readonly q?: unknown };
  try {
    value = JSON.parse(text);
  } catch (error) {
    return unreadable(`not JSON, although it begins with "{": ${(error as Error).message}`);
  }
  const ownId = value.id ?? id;
  if (typeof ownId !== 'string' && typeof ownId !== 'number') {
    return unreadable(`"id" must be a string or a number, found ${describeType(ownId)}`);
  }
  if (typeof value.q !== 'string') {
    return { ...unreadable(`"q" must be a string with the question, found ${describeType(value.q)}`), id: ownId };
  }
  return { kind: 'question', id: ownId, question: value.q };
}

function describeType(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
