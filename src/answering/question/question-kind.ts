/** What a question wants to know. `compat` is every question that yes or no can answer; `list` asks which things. */
export type QuestionKind =
  | 'compat'
  | 'who'
  | 'when'
  | 'where'
  | 'amount'
  | 'version'
  | 'why'
  | 'how'
  | 'what'
  | 'list'
  | 'any';

/** A form of question. */
export interface KindRule {
  readonly kind: QuestionKind;
  /** What the rule is for. */
  readonly purpose: string;
  /** A question that this rule reads. */
  readonly example: string;
  readonly pattern: RegExp;
}

const ASKED = String.raw`(?:^|[,;.:!?-]\s*|\b(?:and|so|but|know|tell me|wondering|wonder|hey|hi|ok|okay|please)\s+)`;
const AUX =
  "(?:is|are|was|were|does|do|did|can|could|will|would|has|have|should|may|isn't|doesn't|can't|aren't|won't|didn't|hasn't|don't)";

/** Words of asking for a price; "of the same price" and "cost of ownership" ask for none. */
export const PRICE_WORDS = String.raw`(?<!\b(?:same|similar|equal|comparable)\s)\b(?:prices?|pricing|costs?(?! of ownership)|msrp)\b`;

/** The particular stand before the general: the first that fits decides. */
export const kindRules: readonly KindRule[] = [
  rule(
    'compat',
    'how something stands',
    'where does the port stand?',
    String.raw`\bwhere\b.*\bstands?\b|\bhow far (?:along\b|is|are|has|have|did)\b`,
  ),
  rule(
    'version',
    'a version number',
    'which version of foodb has it?',
    String.raw`\b(?:which|what|from what|latest|newest|first)\s+(?:[\w.+-]+\s+){0,3}?(?:versions?|release|kernel)\b|\b(?:kernel|firmware|driver|compiler)\s+versions?\b|\bversion\s+(?:number\b|in\b(?! (?:sight|the works)))|^(?:the\s+)?(?:\w+\s+)?version\s+of\b|^(?:the\s+)?(?:latest|newest|current)\s.*\s(?:for|on)\b`,
  ),
  rule(
    'when',
    'a date',
    'when is it due?',
    String.raw`${ASKED}(?:since\s+|and\s+)?when\b(?!ever|\s+\w+ing\b)|\bwhen(?:'s)?\s+(?:is|was|did|does|do|will|are|were|can|exactly)\b|\bwhen\W*$|\bwhen\s+(?:released?|announced|launched|published|due|out|available|shipping)\b|\b(?:what|which)\s+(?:days?|dates?|month|year|week)\b|(?<!\bup[\s-]to[\s-])\bdates?\b(?!\s*(?:code|stamp))|\bhow (?:soon|long ago)\b|\bdeadline\b|\beta\b`,
  ),
  rule(
    'amount',
    'a number, a price, a size',
    'how many cores does it have?',
    String.raw`\bhow\s+(?:many|much|big|large|fast|quick(?:ly)?|long|old|far|often|few|little|small|wide|heavy|expensive|loud|noisy|hot|warm|tall|thick)\b|${PRICE_WORDS}|\b(?:max(?:imum)?|min(?:imum)?|top|peak|download|upload|transfer|write|read)\s+(?:\w+\s+)?(?:speed|rate|bandwidth|throughput|frequency|resolution|temperature)\b|\b(?:battery (?:life|capacity)|power (?:consumption|draw)|speed-?ups?)\W*$|\b(?:wattage|core count|ram size|clock speed|percentage|what percent)\b|\b(?:number|amount|size|count|share)\s+of\b|^\W*(?:ram|memory|disk space)\s+(?:of|for|on|in)\b|\b(?:ram|memory|storage|space|power)\s+(?:is\s+)?(?:needed|required|requirements?)\b|\bin\s+(?:[kmgt]i?b(?:/s|ps)?|[mg]bit/s|[kmg]?hz|watts?|[gmtp]?flops|seconds|minutes|hours|percent|dollars|euros)\W*$|\bat what (?:speed|price|rate|clock)\b`,
  ),
  rule(
    'who',
    'a person or a company',
    'who wrote it?',
    String.raw`${ASKED}(?:by\s+|for\s+)?(?:who|whom|whose|which (?:company|vendor|firm|person|people|team))\b|\bwho(?:'s| is| was| are| made| makes| wrote| did| built| works| runs| sells| maintains| leads)\b|(?<!\b(?:\w*one|\w*body|people|someone|those|guy|person|company|vendor|team|users?)\s)\bwho\s+(?:offers|owns|provides|ships|develops|hosts|sponsors|funds|has|uses)\b`,
  ),
  rule(
    'how',
    'a way',
    'how do i install it?',
    String.raw`${ASKED}how\s+(?:else\s+)?(?:do|does|can|could|to|should|is|are|did|would)\b|\bwork[\s-]?arounds?\b|\bwhat (?:can|could|should|do) (?:i|we|people|one) do\b|\bwhat (?:to use |should i use )?instead\b|\b(?:get|getting|way) (?:past|around)\b|\b(?:flags?|options?|trick) (?:to|for)\b|\bany (?:tricks?|hacks?|tips?|ideas?)\b\W*$|(?<!^\W*(?:does|did|will|has|have|is|are|can)\b.*)\b(?:fix|solve|avoid)\b.*\?|\bhow\b.*\b(?:install|build|fix|set up|avoid)\b`,
  ),
  rule(
    'where',
    'an address',
    'where is the source code?',
    String.raw`\bwhere\b(?!\s+(?:i|we|they|he|she)\s+(?!can|could|might|may|should|find|get))|\b(?:link|links|url|website|web site|homepage|web page|address)\b|(?<!^(?:do|does|will)\b.*)\b(?:repo|repository)\b|\bsource code\b\W*$|\b(?:github|gitlab)\W*$|\b(?:got|have)\s+(?:a|the|any)\s+(?:link|url|address|page)\b|\b(?:is|are) there (?:a|an|any|some)\s+(?:\w+\s+)?(?:lists?|pages?|sites?|overview|directory|catalogue?|guides?|tutorials?|tables?|podcasts?|reviews?|videos?|talks?|articles?|posts?|papers?|presentations?|interviews?|write-?ups?|how-?tos?)\b`,
  ),
  rule(
    'why',
    'a reason',
    'why did it fail?',
    String.raw`\bwhy\s+(?:did|does|do|is|are|was|were|has|have|would)\b|${ASKED}(?:why|how come|what for|(?:for|on|under) what (?:reasons?|grounds?))\b|\bgrounds? (?:for|on which)\b|\breason (?:for|why)\b`,
  ),
  rule(
    'list',
    'the things that do',
    'which databases run on arm64?',
    String.raw`^\W*(?:(?:hey|hi|ok|so|and|please|can you|could you)[,\s]+)*(?:list|show me|name|give me)\b|${ASKED}(?:which|what)\s+(?:[\w/+-]+\s+){1,4}?(?:runs?|works?|supports?|are|is|exist|have|has|can|do|does|boots?|ships?|come|comes|use|uses)\b|${ASKED}(?:which|what)\s+(?:[\w/+-]+\s+){0,2}?[\w/+-]{3,}s\b(?!\s+(?:the|it|that|this)\b)|${ASKED}what\s+(?:all\s+|else\s+)?(?:runs|works|boots|is available|is supported|software)\b`,
  ),
  rule(
    'compat',
    'yes or no',
    'does it run on arm64?',
    String.raw`${ASKED}(?:(?:and|so|also|if|whether|or)\s+){0,4}${AUX}\b|\b(?:if|whether)\s+(?:\S+\s+){1,8}?(?:runs?|works?|supports?|is|are|has|does|can|will|would)\b|\bany\s+(?:chance|luck|support|plans?|builds?|images?|packages?)\b|${ASKED}any(?:one|body)?\s+(?:\w+\s+)?(?:run|running|got|tried|use|using)\b|\bcan i\b|\b(?:possible|doable|feasible|viable)\b`,
  ),
  rule(
    'what',
    'how well it does',
    'foodb performance on arm64',
    String.raw`\b(?:performance|speed|benchmarks?|throughput|latency)\b`,
  ),
  rule('what', 'an explanation', 'what is it?', String.raw`\b(?:what|which)\b`),
  rule('how', 'a way, in other words', 'how well does it run?', String.raw`\bhow\b`),
];

/** Goes on to another subject or place: asks whether, where it is a place. */
export const WHAT_ABOUT = /\b(?:what|how)\s+about\b/i;
/** Where no rule fits, a last word that asks whether. */
export const CLOSES_YES_NO =
  /(?<!\bend of )\b(?:supported|support|available|ready|yet|out|released|shipping|working|works|compatible|compatibility|port|builds?|binaries|images?|drivers?|native|status)\W*$/i;

/** Decides what a question wants, from its form alone. `hasPlace`: it names something to run on. */
export function readQuestionKind(text: string, hasPlace: boolean): QuestionKind {
  const plain = text.replace(/[’`]/g, "'").trim();
  if (WHAT_ABOUT.test(plain)) return hasPlace ? 'compat' : 'any';
  const asked = kindRules.find(({ pattern }) => pattern.test(plain))?.kind;
  return asked ?? (CLOSES_YES_NO.test(plain) ? 'compat' : 'any');
}

function rule(kind: QuestionKind, purpose: string, example: string, source: string): KindRule {
  return { kind, purpose, example, pattern: new RegExp(source, 'i') };
}

const SINCE_WHEN = String.raw`since\s+(?:when|which\s+issue)|from\s+(?:when|which\s+issue)(?:\s+on)?`;

// "when did it get arm64 support?", "when did it start to run there?"
const WHEN_GOT = String.raw`when\s+did(?=\s.*\b(?:get|gain|start|begin)\b.*\b(?:support|run(?:ning)?|work(?:ing)?)\b)`;

/** "since when does it run on arm64?", "how long has it run there?": how such a question begins. */
export const SINCE = new RegExp(
  String.raw`^\W*(?:and\s+)?(?:${SINCE_WHEN}|${WHEN_GOT}|how\s+long\s+(?:has|have))\b`,
  'i',
);

/** "since when?", and nothing else. */
export const ONLY_SINCE = new RegExp(String.raw`^\W*(?:and\s+)?(?:${SINCE_WHEN})\W*$`, 'i');
