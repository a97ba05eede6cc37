/** The kind of thing that answers a question of fact. */
export type Wanted =
  | 'price'
  | 'number'
  | 'date'
  | 'version'
  | 'person'
  | 'place'
  | 'license'
  | 'setting'
  | 'chip'
  | 'reason'
  | 'any';

const AUX = 'is|are|was|were|will|does|do|did|can|could|would|should|has|have|had';

/** "when" that asks, as part of a pattern; "it hangs when building" does not ask for a date. */
export const ASKS_WHEN = String.raw`(?:^|[.?!,;:–-]\s*|\b(?:and|but|so|hey|hi|know|knows|tell|say|says|said|sure|idea|wonder\w*|remember|exactly|until|till|by|from)\s+(?:me\s+)?)when\b(?!ever|\s+(?:i|we|it|they|you|\w+ing)\b(?!\s+(?:${AUX})\b))|\bwhen(?:'?s|\s+(?:${AUX}))\b|\bwhen\W*$`;

const MUCH_OF = 'memory|ram|slower|faster|cheaper|bigger|smaller|less|more|bandwidth|space|storage|power|disk';

// The first rule that fits decides.
const RULES: readonly (readonly [wanted: Wanted, pattern: RegExp])[] = [
  ['reason', /\bwhy\b|\bhow\s+come\b|\b(?:what|which)\s+(?:is\s+the\s+|was\s+the\s+)?reason\b/i],
  // "How many cores has the chip?", "who pays for it?": what is asked for stands behind the first word, not anywhere.
  ['number', /\bhow\s+many\b/i],
  ['person', /\bwho(?:m|['’]s)?\b/i],
  [
    'price',
    new RegExp(
      String.raw`\b(?:price[ds]?|pricing|costs?|msrp|expensive|pay|paid|dollars?|euros?|go\s+for|how\s+much\s+(?:is|are|was|does|do|did|for)\b(?!.*\b(?:${MUCH_OF})\b))`,
      'i',
    ),
  ],
  [
    'chip',
    /\b(?:which|what|whose)\b.*\b(?:chip(?:set)?|soc|cpu|processor)\b|\b(?:chip(?:set)?|soc|cpu|processor)\W*$/i,
  ],
  ['person', /\bwhose\b|\b(?:author|maintainer|leader|founder|ceo)\b/i],
  ['license', /\blicen[cs]e[ds]?\b/i],
  [
    'version',
    /\b(?:which|what|latest|newest|current|kernel|minimum|min)\s+(?:\S+\s+){0,3}versions?\b|\bversion\s+(?:of|number|in|is|does|for)\b|\bversions?\W*$|\b(?:which|what|latest|newest|current)\s+(?:\S+\s+){0,2}(?:release|kernel|beta|rc)\b(?!\s+(?:options?|flags?|parameters?|settings?|modules?|date|notes?|manager))/i,
  ],
  [
    'setting',
    /\b(?:which|what|any|an?)\s+(?:[\w.-]+\s+){0,3}(?:options?|flags?|parameters?|switch|settings?|commands?|variables?)\b/i,
  ],
  [
    'date',
    new RegExp(String.raw`${ASKS_WHEN}|\b(?:what|which)\s+(?:day|date|month|year)\b|\bdates?\b|\bdeadline\b`, 'i'),
  ],
  [
    'number',
    /\bhow\s+(?:many|much|big|large|fast|long|old|far|wide|tall|slow|heavy|high)\b|\b(?:count|number|size|capacity|resolution|speedup|requests|watts?|value|ghz|percent\w*|fps|ppd|iops|[kmg]bps|savings?|max(?:imum)?\s+(?:ram|memory))\b/i,
  ],
  [
    'place',
    /\bwhere\b(?!.*\b(?:find|read|download|get|links?|source|docs?|documentation|report)\b)|\b(?:which|what)\s+(?:city|cities|country|countries|regions?|places?|venue|hotel|datacent(?:er|re)s?)\b|\b(?:venue|location)\W*$/i,
  ],
];

/** What kind of thing answers the question. */
export function readWanted(text: string): Wanted {
  return RULES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'any';
}
