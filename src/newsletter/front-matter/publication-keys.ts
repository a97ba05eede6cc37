import lists from './publication-keys.json' with { type: 'json' };

/** A key without letter case, blanks and marks: `Publish_Date`, `publishDate` and `:publish-date` are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Keys that are read for what they say of the issue itself. */
const describingKeys: ReadonlySet<string> = new Set(['title', 'date', 'author', 'link', 'restates']);

/**
 * Whether a word, as `plainKey` has it, stands in a list of keys that say whether an issue may go out. `holding` ones hold it back when they are true,
 * `releasing` ones when they are false, `from` and `until` ones before and after a moment, `state` ones by a value that is one of
 * `unfinished`. `deep` ones mean the issue wherever they stand, others only at the top or in one of the `groups`; those of `build`
 * stand below that key, and say whether a site shows the page at all.
 */
export function isOneOf(list: keyof typeof lists, word: string): boolean {
  return lists[list].includes(word);
}

/** Whether a key says something about publishing. */
export function isPublicationKey(key: string): boolean {
  const plain = plainKey(key);
  return (['holding', 'releasing', 'from', 'until', 'state'] as const).some((list) => isOneOf(list, plain));
}

// Long enough that one wrong letter makes no other word, but for the words that are keys of their own.
const guarded = ['draft', 'isdraft', 'unpublished', 'published', 'publishdate', 'embargo', 'unlisted', 'donotpublish'];
const ownKeys: ReadonlySet<string> = new Set(['craft', 'publisher', 'drafts']);

// A letter left out, another one, one too many, or two in the wrong order.
const slips = guarded.map((key) => {
  const forms = Array.from(key, (letter, at) => {
    const [before, after] = [key.slice(0, at), key.slice(at + 1)];
    return [
      `${before}.?${after}`,
      `${before}.${letter}${after}`,
      `${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
    ];
  });
  return { key, pattern: new RegExp(`^(?:${forms.flat().join('|')}|${key}.)$`) };
});

/** The key about publishing that a word, as `plainKey` has it, is most likely a slip for: "drafft". Undefined for a key of its own. */
export function findMisspeltKey(word: string): string | undefined {
  if (ownKeys.has(word) || isPublicationKey(word)) return undefined;
  return slips.find(({ pattern }) => pattern.test(word))?.key;
}

const MAX_MARK_WORDS = 3;
const MAX_MARK_CHARACTERS = 40;

/** Whether a line of text reads like a key that is known here, not like prose with a colon in it. */
export function isKnownKey(key: string, value: string): boolean {
  if (describingKeys.has(plainKey(key))) return true;
  const words = value.trim();
  return isPublicationKey(key) && words.length <= MAX_MARK_CHARACTERS && words.split(/\s+/).length <= MAX_MARK_WORDS;
}
