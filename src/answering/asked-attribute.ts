/** What of the subject is asked for: "how much RAM", "which license", "what language". */
export interface AskedAttribute {
  /** In lower case; empty when the question asks for nothing in particular ("what is foodb?"). */
  readonly words: readonly string[];
  /** "how many X", "how fast": the sentence must speak of X itself. */
  readonly isMeasure: boolean;
}

const MEASURE =
  /\bhow\s+(?:many|much)\s+((?:[\w.-]+\s+){0,2}?[\w.-]+)\s+(?:does|do|did|is|are|was|were|can|could|will|would|has|have|get|gets|got)\b/i;
const COMPARED = /\bhow\s+much\s+(\w{2,}er|more|less)\b/i;
const COUNTED = /\bhow\s+many\s+([\w-]+)/i;
// "weight of the board", "battery life of X": a keyword question for an attribute.
const OF = /^\W*(?:the\s+|what(?:['’]?s|\s+is)\s+the\s+)?((?:[\w-]+\s+)?[\w-]+)\s+of\s+(?:the\s+|an?\s+)?\S/i;
const SIZE = 'big|large|long|old|far|wide|tall|high|small|great|good';
const MEASURED_QUALITY = new RegExp(
  String.raw`\bhow\s+(?:much\s+)?(?:(?:${SIZE})\s+(?:(?:of\s+)?an?|is\s+the|are\s+the)\s+)?(?!(?:many|much|do|does|did|can|to|is|are|i|we|${SIZE})\b)(\w+)\b`,
  'i',
);
const NOUN =
  /\b(?:(?:which|what)|what(?:['’]?s|\s+is|\s+are|\s+was)\s+the)\s+(?!(?:is|are|was|were|does|do|did|about|can|could|will|would|of|has|have|the|an?|if|happened|happens|became|become)\b)((?:[\w.-]+\s+)?[\w.-]+)/i;

/** "which architectures": the names of some are an answer, without the word. */
export const ASKS_TARGETS =
  /^(?:arch(?:itecture)?s?|platforms?|boards?|devices?|systems?|distros?|distributions?|processors?|machines?)$/;

const COMPARATIVE = /^(?:cheaper|faster|slower|bigger|smaller|better|lighter|heavier|longer|more|less)$/;

// What people ask by name, texts give by unit.
const UNITS: readonly (readonly [asked: RegExp, unit: RegExp])[] = [
  [/^(?:ram|memory|storage|disk|space|flash|cache|emmc)$/, /\d\s?(?:[kmgtp]i?b|(?:kilo|mega|giga|tera)bytes?)\b/i],
  [/^(?:clock|frequency|speed|fast)$/, /\d\s?(?:[kmgt]hz|(?:mega|giga)hertz)\b|\d\s?[kmgt]b(?:it)?(?:\/s|ps)\b/i],
  [/^(?:power|consumption|tdp|watts?|draw)$/, /\d\s?(?:watts?|w|mw|kw)\b/i],
  [/^size$/, /\d\s?(?:[kmgt]i?b|(?:kilo|mega|giga|tera)bytes?|mm|cm|nm|inch(?:es)?)\b/i],
  [
    COMPARATIVE,
    /\d\s?(?:percent|%|x\b|times|fold)|\b(?:half|double|twice|a\s+(?:third|quarter)|(?:two|three|four|five|ten)\s+times)\b/i,
  ],
  [/^capacity$/, /\d\s?(?:m?ah|wh|[mgtp]i?b)\b/i],
  [/^(?:screen|display)$/, /\d\s?(?:["”″]|inch(?:es)?|cm)|\d{3,4}\s?[x×]\s?\d{3,4}|\d{3,4}p\b/i],
  [/^battery$/, /\d\s?(?:m?ah|wh|hours?|days?)\b/i],
  [/^resolution$/, /\d{3,4}\s?[x×]\s?\d{3,4}|\d{3,4}p\b|\d\s?(?:dpi|megapixels?)\b/i],
  [/^(?:temperature|heat)$/, /\d\s?(?:°|degrees|celsius|c\b)/i],
  [/^(?:latency|delay)$/, /\d\s?(?:[mnµu]?s|milliseconds?|seconds?)\b/i],
  [/^(?:bandwidth|throughput)$/, /\d\s?[kmgt]?(?:i?b|bit)(?:\/s|ps)?\b|\bper\s+second\b/i],
  [/^(?:weight|heavy)$/, /\d\s?(?:kg|g|grams?|kilos?|pounds?|lbs?)\b/i],
];

/** Must the text give it by its unit or its own name? "Battery capacity" is not told by a word on batteries. */
export function headOf({ words }: AskedAttribute): string | undefined {
  const head = words.at(-1) ?? '';
  return UNITS.some(([asked]) => asked.test(head)) ? head : undefined;
}

/** Does a text give by unit all that is asked for: a battery's capacity by neither gigabytes nor hours? */
export function holdsUnitsOf({ words }: AskedAttribute, text: string): boolean {
  const units = UNITS.filter(([asked]) => words.some((word) => asked.test(word)));
  return units.length > 0 && units.every(([, unit]) => unit.test(text));
}

/** Is it asked how much more or less: told by a share only, whatever else is said of speed? */
export function isCompared({ words }: AskedAttribute): boolean {
  return words.length === 1 && COMPARATIVE.test(words[0] ?? '');
}

/** Does a text give what was asked for by its unit: "40 MB" for "how much memory"? */
export function holdsUnitOf({ words }: AskedAttribute, text: string): boolean {
  return UNITS.some(([asked, unit]) => words.some((word) => asked.test(word)) && unit.test(text));
}

// A keyword question for an attribute: "foodb license", "supported architectures".
const KEYWORD =
  /\b(licen[cs]e|weight|(?:battery\s+)?capacity|resolution|battery|warranty|dimensions|consumption|tdp|architectures|platforms|distros|boards|temperature|latency|throughput|bandwidth)\b|\b((?:\w+\s+)?(?:speed|size|frequency|clock))\W*$/i;

/** Finds what a question of fact asks for. */
export function findAskedAttribute(question: string): AskedAttribute {
  const compared = COMPARED.exec(question);
  if (compared?.[1]) return { words: split(compared[1]), isMeasure: true };
  const measure = MEASURE.exec(question) ?? MEASURED_QUALITY.exec(question);
  if (measure?.[1]) return { words: split(measure[1]), isMeasure: true };
  const counted = COUNTED.exec(question);
  if (counted?.[1]) return { words: split(counted[1]), isMeasure: true };
  const noun = NOUN.exec(question) ?? OF.exec(question) ?? KEYWORD.exec(question);
  const named = noun?.[1] ?? noun?.[2];
  return { words: named ? split(named) : [], isMeasure: false };
}

function split(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
