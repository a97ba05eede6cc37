import { ASKS_WHEN } from './asked-thing.ts';

/** What a question wants to know. `compat` is every question that yes or no can answer. */
export type QuestionKind =
  | 'compat'
  | 'since'
  | 'when'
  | 'link'
  | 'workaround'
  | 'which-issues'
  | 'open-problems'
  | 'issue-contents'
  | 'whats-new'
  | 'fact';

interface KindRule {
  readonly kind: QuestionKind;
  readonly pattern: RegExp;
}

const AUX =
  "does|do|did|is|are|was|were|can|could|will|would|has|have|should|may|might|isn't|doesn't|can't|aren't|won't|shall";

// The first rule that fits decides, so the particular stand before the general.
const RULES: readonly KindRule[] = [
  rule(
    'issue-contents',
    String.raw`\b(?:what(?:'?s|\s+is|\s+was|\s+were)?\s+(?:in|inside|covered\s+in|new\s+in)|contents?\s+of|topics?\s+(?:in|of)|summar\w+\s+of|show(?:\s+me)?)\s+(?:the\s+)?(?:\w+\s+)?(?:issue\s+)?(?:of\s+)?(?:\d{4}[\s-]*w?\s*\d{1,2}|w\d{1,2}|week\s+\d{1,2}|\d{4}\s+week\s+\d{1,2}|issue\s+\d+)\b|\bwhat(?:'?s|\s+is|\s+was|\s+stood)\s+in\b(?!.*\babout\b).*\b20\d\d-?w\d{1,2}\b`,
  ),
  rule(
    'open-problems',
    String.raw`\b(?:which|what|any|list|show)\b.*\b(?:problems?|issues?|bugs?)\b.*\b(?:still\s+open|unresolved|not\s+(?:yet\s+)?(?:resolved|fixed|solved)|remain\w*|outstanding|unsolved)\b|\bopen\s+(?:problems|issues|bugs)\??$`,
  ),
  rule(
    'which-issues',
    String.raw`\b(?:which|what|in\s+which|list\s+(?:of\s+)?(?:the\s+)?)\s*(?:issues?|weeks?|newsletters?|editions?|articles?)\b(?!\s+(?:does|did|do|is|with\s+running))|\bcoverage\b|\b(?:issues?|newsletters?|editions?|articles?)\s+(?:that\s+)?(?:talk\w*|cover\w*|mention\w*|about)\b|\bwas\s+\S+\s+(?:covered|mentioned)\b`,
  ),
  rule(
    'workaround',
    String.raw`\bwork[\s-]?arounds?\b|\bget(?:ting)?\s+(?:around|past)\b|\bgets?\s+\S+\s+past\b|\b(?:what|which\s+\w+)\s+(?:fixes|solves|helps|has\s+the\s+fix|do\s+(?:people|you|others|i|we)\s+(?:do|use))\b|\bwhat\s+am\s+i\s+(?:missing|doing)\b|\bhow\s+(?:do|can|could|should|to)\s*(?:i|we|you|one)?\s*(?:fix|solve|avoid|get|make|work)\b|\bknown\s+(?:bug|problem|issue|fault)\b|\bany\s+(?:\w+\s+)?(?:problems?|troubles?|gotchas?|pitfalls?|caveats?)\b|\bkeeps?\s+(?:on\s+)?(?:\w+\s+){0,2}(?:telling|failing|dying|crashing|saying|complaining|refusing)\b|\bhas\s+the\s+fix\b|\bhow\s+to\s+(?:fix|solve|avoid)\b|\bis\s+there\s+(?:a|any)\s+(?:trick|way\s+around|remedy|cure)\b|\bany\s+(?:known\s+)?(?:fix(?:es)?|solutions?|cure|remedy|tricks?|hints?|ideas?|advice)\W*$|\bwhat(?:'?s|\s+is)\s+(?:up|wrong|going\s+on)\s+with\b|\bwhat\s+gives\b|\banything\s+(?:i|we|one)\s+can\s+do\b|\b(?:fix|remedy|cure)\W*$`,
  ),
  rule(
    'since',
    String.raw`\bsince\s+(?:when|(?:what|which)\b(?!\s+(?:\S+\s+){0,2}(?:version|release|kernel|beta|rc)\b))`,
  ),
  rule(
    'when',
    String.raw`${ASKS_WHEN}|\b(?:(?:what|which)\s+(?:day|date|month|year|time)|how\s+soon)\b|\b(?:release|ga|launch|due|ship(?:ping)?|start|delivery)\s+date\b|\bdates?\s*\??$|\bdeadline\b`,
  ),
  rule(
    'link',
    String.raw`\b(?:links?|urls?|hyperlink|page(?!\s+(?:sizes?|faults?|tables?|cache|files?))|web\s?(?:site|page)|homepage|web\s+address)\b|\bwhere(?:'?s|\s+(?:is|are|was|can|could|do|does|did|would|to|should))\b.*\b(?:find|read|download|get|source|repo\w*|bug|bugs|code|tracked|track|git\w+|launchpad|paper|book|list|docs?|documentation|report\w*|see|watch|slides|video|article|post|discuss\w*)\b|\b(?:source\s+(?:code\s+)?|git\w*\s+)(?:repo\w*|location|link|page|project|tree|issue)\b|\b(?:give|send|show|point|pass)\s+(?:me|us)\b.*\b(?:issue|bug|ticket|thread|post|article|report|announcement)\b|\b(?:paste|share|drop)\b.*\b(?:address|link)\b|\baddress\s+of\s+(?:the|an?)\b|\bsource\s+code\W*$|\brepo(?:sitory)?\b\s*(?:git\w+)?\s*\??$|\b(?:do\s+you\s+have|have\s+you\s+got|got)\s+(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:item|ticket|thread|post|article|report|announcement|repo\w*|discussion|talk|paper)\b|\b(?:moby|git\w+|bug|tracker|jira|launchpad|upstream)\s+issue\b|\b(?:issue|bug|ticket)\s+(?:number|tracker|report)\b|\b(?:blog\s+post|announcement\s+post|mailing\s+list|slides|video)\s*\??$`,
  ),
  rule(
    'whats-new',
    String.raw`\bwhat(?:'?s|\s+is|\s+are|\s+was)?\s+(?:the\s+)?(?:new|changed|changes|different|improved|news)\b|\bany\s+news\b|\bnews\s+(?:about|on|of|from)\b|\bwhat\s+has\s+(?:changed|improved)\b`,
  ),
];

const WH = String.raw`\b(?:who|whom|whose|what|which|how\s+(?:many|much|big|large|fast|long|old|mature|far|often|hard|well|wide|tall|small|slow|good|few|is|are|was|were|does|do|did)|how|why)\b`;
const KEYWORD_OF = /^\W*(?:the\s+)?(?:[\w-]+\s+)?[\w-]+\s+of\s+/i;
const FACT_WORDS =
  /\b(?:price|pricing|cost|costs|msrp|versions?|count|number|size|date|value|capacity|bandwidth|speed|latest|newest|requests|watts?|ghz|speedup|how\s+much|specs?|author|maintainer|leader|who|license|architectures|platforms|rate|weight|clock|tdp|consumption|battery)\b/i;
// A keyword question that names a trouble asks for its remedy.
const TROUBLE =
  /\b(?:missing|errors?|crash(?:es|ed|ing)?|hangs?|hanging|fail(?:s|ed|ure|ing)?|illegal\s+instruction|segfault\w*|dies|dying|won['’]?t|doesn['’]?t\s+(?:start|boot|work|build)|stuck|broken|unsupported|aborts?|refuses?|freezes|misbehav\w+|garbled|corrupt(?:s|ed)?|(?:black|blank|white)\s+(?:screen|window)|(?:stays?|remains?|goes)\s+(?:dark|black|blank|dead)|no\s+(?:sound|audio|picture|video|display|network|output)|is\s+gone|gives\s+up)\b/i;
// What things have rather than do: a keyword question that begins or ends with one asks how much it is, or which.
const ATTRIBUTE =
  'resolution|ram|memory|fps|ppd|iops|savings?|max(?:imum)?|min(?:imum)?|throughput|latency|performance|benchmarks?|score|clock|frequency|cores|temperature|dimensions|voltage|warranty|requirements|dependencies|pinout|users|customers|revenue|funding|budget|sponsors?|owner|founder|ceo|vendor|manufacturer|maker|developer|interval|lifetime|runtime|year|sizes?|lengths?|discounts?';
const NAMES_ATTRIBUTE = new RegExp(String.raw`^\W*(?:the\s+)?(?:${ATTRIBUTE})\b|\b(?:${ATTRIBUTE})\W*$`, 'i');
const YES_NO_CLOSERS =
  /\b(?:supported|support|available|ready|yet|out|released|release|shipping|possible|doable|work(?:s|ing)?|compatible|port|builds?|binaries|images?|drivers?|native(?:ly)?)\W*$/i;
const TO_BE_HAD = /\b(?:native(?:ly)?|available)\s+(?:on|for|to|in)\b/i;
const FILLERS =
  /^(?:does\s+|do\s+)?(?:any(?:one|body)|some(?:one|body)|you)(?:\s+here)?\s+(?:know|knows|tell|have\s+(?:an\s+idea|a\s+clue))\b(?:\s+(?:if|whether)\b)?|^(?:right|please|thanks|thank\s+you|ok|okay|hey|hi|hello)\W*$/i;
const STARTS_YES_NO = new RegExp(
  String.raw`^(?:(?:and|but|so|then|hey|hi|also|or|well|ok|okay|please)[,\s]+)*(?:${AUX}|any|anyone|anybody)\b`,
  'i',
);
const STARTS_WH = new RegExp(
  String.raw`^(?:(?:and|but|so|then|hey|hi|also|or|well|in|on|for|from|with|by|at|of|to|under)[,\s]+)*${WH}`,
  'i',
);

/** Decides what a question wants, from its form alone. `hasTarget`: it names an architecture, a device or a system. */
export function readQuestionKind(text: string, hasTarget: boolean): QuestionKind {
  const plain = text.replace(/[’`]/g, "'").trim();
  const byRule = RULES.find(({ pattern }) => pattern.test(plain))?.kind;
  const clauses = plain
    .split(/[,;.?!:]+\s+|\s+-+\s+|\s+(?=so\s+(?:can|does|is|will)\b)/)
    .map((clause) => clause.trim())
    .filter(Boolean);
  const asking = clauses.filter((clause) => !FILLERS.test(clause));
  const startsYesNo = asking.some((clause) => STARTS_YES_NO.test(clause));
  const startsWh = asking.some((clause) => STARTS_WH.test(clause));
  if (byRule && !(startsYesNo && !startsWh && isWeak(byRule, plain))) return byRule;
  if (hasTarget && /^\W*(?:(?:and|but|so|hey|hi)[,\s]+)*(?:what|how)\s+about\b/i.test(plain)) return 'compat';
  if (/\b(?:possible|doable|feasible|any\s+luck|worth\s+(?:it|a\s+try))\W*$/i.test(plain)) return 'compat';
  if (startsYesNo && !startsWh) return 'compat';
  if (startsWh)
    return TROUBLE.test(plain) && /\bwhat\s+(?:can|could|should|do)\s+i\b/i.test(plain) ? 'workaround' : 'fact';
  if (startsYesNo) return 'compat';
  if (new RegExp(WH, 'i').test(plain) && !hasTarget) return 'fact';
  if (TROUBLE.test(plain)) return 'workaround';
  if (TO_BE_HAD.test(plain)) return 'compat';
  if (FACT_WORDS.test(plain) || NAMES_ATTRIBUTE.test(plain) || KEYWORD_OF.test(plain)) return 'fact';
  return hasTarget || YES_NO_CLOSERS.test(plain) ? 'compat' : 'fact';
}

const ASKS_WHEN_PLAINLY = new RegExp(String.raw`${ASKS_WHEN}|\b(?:what\s+day|date)\b`, 'i');

// "is there an image … known bug?" asks for the fault; "is the release date known?" is still a when.
function isWeak(kind: QuestionKind, text: string): boolean {
  if (kind === 'link')
    return !/\blinks?\b|\burl\b|\bdo\s+you\s+have\s+the\b|\bwhere\b|\baddress\b|\b(?:give|send|show|point|pass)\s+(?:me|us)\b/i.test(
      text,
    );
  if (kind === 'whats-new' || kind === 'which-issues') return true;
  if (kind === 'when') return !ASKS_WHEN_PLAINLY.test(text);
  return false;
}

function rule(kind: QuestionKind, source: string): KindRule {
  return { kind, pattern: new RegExp(source, 'i') };
}
