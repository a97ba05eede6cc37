import type { Wanted } from './asked-thing.ts';
import licenses from './licenses.json' with { type: 'json' };

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const LONG_MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const SEASON = 'spring|summer|autumn|fall|winter';
const SCALE = '(?:hundred|thousand|k|m|bn|[mb]illion)';

const PATTERNS: Readonly<Record<Exclude<Wanted, 'any'>, RegExp>> = {
  price: new RegExp(
    String.raw`[$€£¥]\s?\d|\b\d[\d,.]*\s?(?:${SCALE}\s+)?(?:(?:US\s+)?dollars|euros?|usd|eur|gbp|pounds|yen|yuan|cents)\b|\bfree\s+(?:of\s+charge|for)\b|\b(?:is|for|are)\s+free\b`,
    'i',
  ),
  number:
    /(?<![\p{L}\d.-])\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|third|quarter|tenth|dozens?|hundreds?|thousands?|millions?|billions?|half|double|twice|a\s+(?:\w+\s+)?(?:day|week|month|year|decade|hour|minute))\b/iu,
  date: new RegExp(
    String.raw`\b(?:${MONTH})\.?\s+\d|\d(?:st|nd|rd|th)?(?:\s+of)?\s+(?:${MONTH})\b|\b(?:in|by|since|until|till|for|of|from|before|after|late|early|mid|end\s+of)\s+(?:${LONG_MONTH})\b|\b(?:19|20)\d\d\b|\bq[1-4]\b|\b(?:later|next|this|last)\s+(?:year|month|week|quarter|${SEASON})\b|\b(?:in|by|for|end\s+of|late|early)\s+(?:the\s+)?(?:${SEASON})\b|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday)\b|\b(?:first|second|third|fourth|last)\s+(?:quarter|half)\b|\bend\s+of\s+\w+|\b(?:in|within|for|after)\s+(?:a|two|three|four|five|six|\d+)\s+(?:or\s+\w+\s+)?(?:days?|weeks?|months?|years?)\b|\bdays?\s+ago\b|\bweeks?\s+ago\b|\bmonths?\s+ago\b`,
    'i',
  ),
  version:
    /\bv?\d+\.\d|\b(?:versions?|release|kernel)\s+v?\d|(?:^|\s)\p{Lu}[\p{L}+]*\s+\d{1,3}(?![\d,.]*\s?(?:[kmgt]?i?b|[kmg]?hz|cores?|nodes?|percent|%|inch|of)\b)/u,
  chip: /\b\p{Lu}[\p{L}]*[ -]?(?=[\p{L}\d]*\d{2})[\p{L}\d]+\b|\b(?:[Cc]ortex|[Ss]napdragon|[Rr]yzen|[Xx]eon|[Aa]tom)\b/u,
  reason:
    /\b(?:because|since|due\s+to|reasons?|owing\s+to|so\s+that|as\s+(?:it|they|the|there|he|she|we|its|their)|explain\w*|why|thanks\s+to)\b/i,
  person:
    /\b\p{Lu}[\p{L}\d]+\s+(?:will|has|have|had|wants?|wrote|made|makes|pays|paid|did|does|can|says?|said|released|announced|started|leads?|maintains?)\b|\b(?:by|from)\s+(?:the\s+)?\p{Lu}[\p{L}\d.]+|(?:^|[\s(])\p{Lu}[\p{L}'’-]+\s+(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}'’-]+/u,
  place: /\b(?:in|at|to|near|from)\s+(?:the\s+)?\p{Lu}[\p{L}'’-]+/u,
  license: new RegExp(String.raw`\blicen[cs]e|\b(?:${licenses.join('|')})(?:v?\d|\b)`, 'i'),
  setting: /(?:^|\s)--?[\p{L}]|\b[\w.-]+=\S|\b(?:options?|flags?|settings?|parameters?|commands?|set|run)\b/iu,
};

/** Does a text hold a price, a date, a version …? Anything holds what nobody asked for in particular. */
export function holdsWanted(wanted: Wanted, text: string): boolean {
  return wanted === 'any' || PATTERNS[wanted].test(text);
}
