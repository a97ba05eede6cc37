// Enough for every word of an archive. Of more, those are kept that were met lately, so that no sender of nonsense can fill
// the memory, and a larger archive is not read word by word again.
const MAX_REMEMBERED = 50_000;
// A longer piece of a text would keep the whole text in memory (V8), and is seldom met again.
const MAX_LENGTH = 12;

/** The same function of a word, remembering what it said of the short words it has seen. */
export function rememberWords<Result extends object | number | boolean>(
  compute: (word: string) => Result,
): (word: string) => Result {
  let known = new Map<string, Result>();
  let older: ReadonlyMap<string, Result> = new Map();
  return (word) => {
    if (word.length > MAX_LENGTH) return compute(word);
    const before = known.get(word);
    if (before !== undefined) return before;
    const result = older.get(word) ?? compute(word);
    if (known.size >= MAX_REMEMBERED) {
      older = known;
      known = new Map();
    }
    known.set(word, result);
    return result;
  };
}
