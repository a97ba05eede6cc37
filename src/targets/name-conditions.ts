/** What the conditions of an ambiguous name are asked about: one place in a text. */
export interface NamePlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The whole text is a question that a person typed: capitals mean nothing, and a name is likely meant. */
  readonly isQuestion: boolean;
  /** Another target stands beside it in a list: "ARM, Power and Intel". */
  readonly isListed: boolean;
}

// The order is the pattern's only cost: each is tried on one word beside the name.
const ON = /(?:^|[^a-z])(?:on|for|to|under|onto|via|running|runs|run|use|using|install|supports?|linux)[ "'(]+$/i;
const ARTICLE =
  /(?:^|[^a-z])(?:an?|the|my|your|our|his|her|their|its|each|every|one|this|that|old|new|of|on|in|per|two|three|four|several|many|some|single)[ "'(]+$/i;
const HARDWARE =
  /^(?:'s)?[ -]+(?:arch(?:itectures?)?|processors?|cpus?|chips?|cores?|socs?|servers?|systems?|machines?|box(?:es)?|boards?|devices?|platforms?|hardware|hosts?|guests?|nodes?|laptops?|clusters?|builds?|binar(?:y|ies)|images?|ports?|packages?|support|versions?|based|linux|compatible|instances?|assembly|assembler|containers?|targets?|ecosystem|users?)(?![a-z])/i;

const conditions = {
  question: (place: NamePlace) => place.isQuestion,
  capitalised: (place: NamePlace) => /^\p{Lu}.*\p{Ll}/u.test(words(place)),
  uppercase: (place: NamePlace) => /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(words(place).replace(/s$/, '')),
  joined: (place: NamePlace) => !/[^\p{L}\p{N}]/u.test(words(place)),
  listed: (place: NamePlace) => place.isListed,
  'after-on': (place: NamePlace) => ON.test(before(place)),
  'after-article': (place: NamePlace) => ARTICLE.test(before(place)),
  'before-hardware': (place: NamePlace) => HARDWARE.test(place.text.slice(place.end, place.end + 20)),
  'not-possessive': (place: NamePlace) => !/^['’]s(?![a-z])/i.test(place.text.slice(place.end)),
} as const satisfies Record<string, (place: NamePlace) => boolean>;

type NameCondition = keyof typeof conditions;

const words = (place: NamePlace) => place.text.slice(place.start, place.end);
const before = (place: NamePlace) => place.text.slice(Math.max(0, place.start - 16), place.start);

/** Whether the data may ask for that condition. */
export function isNameCondition(word: string): word is NameCondition {
  return Object.hasOwn(conditions, word);
}

/** Whether one of the alternatives holds at that place; in each, conditions joined by `+` must hold together. */
export function meetsConditions(alternatives: readonly string[], place: NamePlace): boolean {
  return alternatives.some((alternative) =>
    alternative.split('+').every((word) => isNameCondition(word) && conditions[word](place)),
  );
}
