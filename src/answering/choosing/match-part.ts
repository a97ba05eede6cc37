/** The words of a question, in small letters: all of them, and those that name no device. */
export interface AskedWords {
  readonly lowerWords: ReadonlySet<string>;
  readonly deviceless: ReadonlySet<string>;
}

/** "the Foodb Desktop images", "the official Foodb image": what is said of Foodb, where that has all these words. */
export const isPartOf = (part: string, whole: string) =>
  part.length > 1 && ` ${whole.toLowerCase()} `.includes(` ${part.toLowerCase()} `);

/**
 * "does Foodb have official packages?": "official Foodb packages" are what is asked about; "does Foodb run?" asks for none,
 * "Foodb on the Millboard" is no part of it, and "Jane Doe's Foodb packages" are hers.
 */
export function asksForPart(subject: string, name: string, { lowerWords, deviceless }: AskedWords): boolean {
  const others = subject.replace(new RegExp(RegExp.escape(name), 'i'), ' ').match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const isIn = (words: ReadonlySet<string>) => (word: string) => {
    const one = word.toLowerCase().replace(/s$/, '');
    return words.has(one) || words.has(`${one}s`);
  };
  const telling = others.filter((word) => !JOINING.test(word));
  return telling.some(isIn(deviceless)) && telling.every((word) => isIn(lowerWords)(word) || !/^\p{Lu}/u.test(word));
}

const JOINING = /^(?:the|for|with|and|from)$/;
