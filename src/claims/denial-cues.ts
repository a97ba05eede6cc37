import { cue, type StatusCue } from './status-cue.ts';

const ABLE =
  'support|run|work|build|boot|install|start|exist|know|execut|go\\b|offer|compil|includ|provid|ship|availab|ready|intended|recommended|offer|port|possible|enabled|address|fix|suitable|releas|merg|compatib|use(?:d)? (?:in|for)|have|be (?:address|support|availab|us)';
const THING =
  'support|versions?|binar(?:y|ies)|builds?|ports?|releases?|drivers?|packages?|images?|clients?|agents?|plans?|upstream|downloads?|compatibility';

/** What is not there, or does not work. */
export const DENIAL_CUES: readonly StatusCue[] = [
  cue(
    'does-not',
    5,
    String.raw`(?:\b(?:not|never|cannot)|n['’]t)\s+(?:(?:yet|currently|officially|be|been|being|fully|natively|provide|actually|really|even|support\w*|have|able|to)\s+)*(?:${ABLE})`,
  ),
  cue('does-not', 5, String.raw`\bno\s+(?:(?!longer|doubt|need|changes?|problems?)[\w.+/-]+\s+){0,4}?(?:${THING})\b`),
  cue(
    'does-not',
    4.9,
    String.raw`\b(?:there(?:'s|\s+is|\s+are|\s+was)\s+(?:currently\s+|still\s+)?no(?!\s+(?:known|problems?|issues?|doubt|need|reason|changes?|one|concerns?|question))|has\s+no|have\s+no|with\s+no(?!\s+(?:known|problems?|issues?|changes?|troubles?))|without\s+(?:any\s+)?support|no\s+longer(?!\s+(?:needs?|requires?|falls?|crash\w*|fails?|has|have|limited|experimental|necessary|a\s))|lacks?|lacking|un(?:supported|available)|(?:has|have|was|were|been)\s+(?:\w+\s+)?(?:dropped|removed|discontinued|abandoned)|dropped\s+(?:in|from|support|for)|drop(?:s|ping)\s+support|support\s+(?:\w+\s+){0,4}(?:dropped|removed)|fail(?:s|ed|ing)?\s+to\s+(?:build|compile|run|boot|start|install|work)|(?:can(?:not|'t|’t)|could\s+not|couldn['’]t|unable\s+to)\s+(?:\w+\s+)?(?:be\s+(?:used|built|run|installed|booted)|${ABLE}|use|install)|impossible|too\s+early\s+for|end\s+of\s+life|not\s+been\s+ported)\b`,
  ),
  cue(
    'does-not',
    4.7,
    String.raw`\b(?:will|would)\s+not\s+be\b|\bnot\s+(?!(?:just|only|merely)\b)(?:\w+\s+)?(?:support|available|for)\b|\bnot\s+(?:yet|currently)\b|\bpure(?:ly)?\s+64-bit\b|\b64-bit[\s-]only\b|\bonly\s+(?:\w+\s+){0,3}(?:64-bit|32-bit)\b`,
  ),
  // "libraries such as X fail, since …"; a test or two may fail without that.
  cue(
    'does-not',
    4,
    String.raw`(?<!\b(?:tests?|cases?|checks?)\s)\bfails?\b(?=\s*(?:[,.;]|$|(?:there|since|because|with)\b))`,
  ),
  cue(
    'does-not',
    3.6,
    String.raw`\bmissing\b|\bdrops\s+(?:support|arm\w*|32|64|x86|i386|ppc\w*|s390\w*|mips\w*|the\s+(?:last|old\w*|32))`,
  ),
  cue(
    'does-not',
    5.2,
    String.raw`\bneither\b(?!\s+the\s+first).*\bnor\b|\bnothing\s+(?:of\s+the\s+kind|similar|like\s+(?:it|that)|yet|for|(?:is|was|has\s+been|will\s+be)\s+(?:\w+\s+)?(?:offered|available|published|planned|provided|built|released|there|made|known))\b|\bnone\s+(?:for|of\s+(?:them|these|it)|yet)\b`,
  ),
  cue(
    'does-not',
    5,
    String.raw`\b(?:stop(?:s|ped)?\s+(?:building|supporting|shipping|working|providing)|went\s+away|go(?:es|ne)\s+away|(?:is|are|was|were|been)\s+(?:gone|dead|left\s+(?:behind|out)|ruled\s+out|retired|withdrawn|cut|excluded|absent)|left\s+behind|remains?\s+excluded|rul(?:es?|ed|ing)\s+out|exclud(?:es?|ed|ing)|refus(?:es|ed)\s+to|illegal\s+instruction|(?<!(?:no\s+longer|prevents?|avoids?|fix(?:es|ed)|without|against|stops?)\s(?:\w+\s)?)(?:crash(?:es|ed)|segfaults?)|not\s+in\s+any|do(?:es)?(?:\s+not|n['’]t)\s+recommend|los(?:es|t)\s+(?:the|its|support)|advis(?:es?|ed)\s+against|should\s+wait|(?:support|wheels?|packages?|builds?|binaries|images?)\b[^.]*\bend(?:s|ed)\b|(?:not|n['’]t)\s+(?:been\s+)?made|never\s+(?:been\s+)?(?:ran|run|built|worked|supported|tested|released|ported)|declin(?:es|ed)\s+to|won['’]t|will\s+not|out\s+of\s+(?:luck|scope|the\s+question|reach)|out\s+for\s+(?:now|good|the\s+moment)|(?:fell|fall|gone|went)\s+by\s+the\s+wayside|(?:bit|bites)\s+the\s+dust|(?:says?|said)\s+(?:goodbye|farewell)|(?:is|are)\s+(?:axed|ditched|history|no\s+more|deprecated)|left\s+\w+\s+behind|(?:outside|beyond)\s+(?:of\s+)?(?:what|the\s+scope)|no\s+intention|(?:is|are|was|were)(?:\s+not|n['’]t)\s+(?:among|part\s+of|one\s+of|in)|(?:say|said|says|told)\s+no\b|no\s+[\w .-]{1,30}?\s+(?:should|can|could|is\s+to|are\s+to)\s+be)\b`,
  ),
  cue(
    'does-not',
    5,
    String.raw`^\W*(?:it|this|that|they|these|those)\s+(?:(?:do|does|did|is|are|was|were|can|will)\s+not|(?:do|does|did|is|are|was|were)n['’]t|can(?:not|['’]t))\W*$`,
  ),
  cue(
    'does-not',
    5.2,
    String.raw`^\W*(?:but|al?though|though|and|just|if)?\s*not\s+(?:yet\s+|currently\s+)?(?:on|for|in|with|under)\b|\b(?:has|have|had)\s+yet\s+to\b`,
  ),
  // "… runs there, the other one doesn't."
  cue(
    'does-not',
    5,
    String.raw`\b(?:do|does|did|is|are|was|were|has|have|can|could|will|would)(?:\s+not|n['’]t)\s*(?:(?:yet|so\s+far|either)\s*)?(?:[.!)"”]*$|:)`,
  ),
  cue(
    'does-not',
    4.2,
    String.raw`\b(?:nobody|no\s+one|none\s+of\s+them)\s+(?:\w+\s+)?(?:will|has|have|works?|wants?|looks?|plans?|offers?|builds?|makes?|supports?|uses?|publishes|ships?)\b`,
  ),
  // "armv7 is out": a release that is out is there, an architecture is not.
  cue(
    'does-not',
    4.6,
    String.raw`\b(?:arm\w*|aarch\w+|x86\w*|i[3-6]86|ppc\w*|s390x?|mips\w*|riscv\w*|(?:32|64)[\s-]bits?)\s+(?:is|are)\s+out\b`,
  ),
  cue('does-not', 3.8, String.raw`\bhardly\b|\bscarcely\b`),
  cue('does-not', 4.5, String.raw`\bhold-?outs?\b`),
  cue(
    'does-not',
    5,
    String.raw`\bnothing\s+(?:official|native|ready|usable|stable)\b|(?:\bnot|n['’]t)\s+an?\s+(?:official(?:ly)?|supported|recommended)\b`,
  ),
  // Any other negation, unless what is denied is a trouble.
  cue(
    'does-not',
    3.9,
    String.raw`\b(?<!^[\s"“']*)(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?:n['’]t|\s+not)|can['’]t|cannot|won['’]t)\s+(?!(?:only|just|limited|unique|always|care|think|believe|probable|yet\s+known|necessarily|need|require|matter|mean|hold|hurt|cost|crash|fail|break|affected|concerned|hit\b|bothered|touched|have\s+to|mind|know|sure|alone|surpris\w+|confirm\w*|comment\w*|answer\w*|repl\w+|s(?:ay|aid)|t(?:ell|old)|decid\w+|clear|expect\w*|want|the\s+(?:first|only))\b)`,
  ),
  // "Windows: not yet".
  cue(
    'does-not',
    5,
    String.raw`:\s*(?:no|none|nothing|nope|nah|not(?:\s+(?:yet|there|so\s+far|available|supported))?)\W*$`,
  ),
  cue('works', 4, String.raw`:\s*(?:yes|ok(?:ay)?|fine|all\s+there|works?|supported|available)\W*$`),
  cue('does-not', 4.5, String.raw`^\W*(?:and\s+)?no\s+[\w-]+(?:,\s+(?:and\s+)?no\s+[\w-]+)+`),
  cue(
    'works',
    4,
    String.raw`\b(?:not|n['’]t)\s+(?:be\s+|been\s+)?(?:affected|concerned|hit|bothered|touched)\b|\b(?:unaffected|spared|immune)\b`,
  ),
  cue('does-not', 4, String.raw`^\W*(?:no|nope|nah)\W*$|^\W*(?:no|nope)\s*,`),
  cue('works', 4, String.raw`^\W*(?:yes|yep|sure|certainly|of\s+course)\b`),
  // "a kernel that is too old for it".
  cue('does-not', 4.6, String.raw`\btoo\s+(?:old|new|big|large|small|weak)\s+(?:for|to)\b`),
  cue('does-not', 2.4, String.raw`\bno\b(?!\s+(?:longer|doubt|need|changes?|problems?|complaints|matter|less|more))`),
];
