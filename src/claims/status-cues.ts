import type { ClaimStatus } from './claim.ts';
import { cue, type StatusCue } from './status-cue.ts';

const ABLE =
  'support|run|work|build|boot|install|start|exist|know|execut|go\\b|offer|compil|includ|provid|ship|availab|ready|intended|recommended|offer|port|possible|enabled|address|fix|suitable|releas|merg|compatib|use(?:d)? (?:in|for)|have|be (?:address|support|availab|us)';
const THING =
  'support|versions?|binar(?:y|ies)|builds?|ports?|releases?|drivers?|packages?|images?|clients?|agents?|plans?|upstream|downloads?|compatibility';
const QUARTER = String.raw`(?:q[1-4]|(?:first|second|third|fourth)\s+(?:quarter|half))(?:\s+(?:of\s+)?20\d\d)?`;

/** The cues, strongest first. Knowledge of the language, none of any subject. */
export const STATUS_CUES: readonly StatusCue[] = [
  // Not there yet, but somebody is at it: stronger than the bare "not" in it.
  cue(
    'in-progress',
    5.5,
    String.raw`(?:not|n't|isn't)\s+(?:(?:quite|yet|fully|entirely)\s+)*(?:ready|complete|finished|done|stable)(?:\s+yet)?`,
  ),
  cue('does-not', 5.6, String.raw`(?:not|never)\s+(?:\w+\s+)?(?:intended|recommended|suitable|meant)\b`),
  cue('does-not', 5.6, String.raw`\bnot\s+(?:to\s+)?use\s+(?:\w+\s+)?(?:downloaded|these|this|it|them|in production)`),
  cue(
    'in-progress',
    4.6,
    String.raw`\b(?:work(?:s)?\s+in\s+progress|in\s+progress|under\s*way|underway|wip|under\s+(?:active\s+)?development|in\s+development)\b`,
  ),
  cue(
    'in-progress',
    4.4,
    String.raw`\b(?:(?:is|are|has\s+been|have\s+been|been|still|currently|actively|busy)\s+(?:\w+\s+)?(?:working\s+(?:on|to|towards?|with)|porting|developing)\b|working\s+(?:on|to|towards?)\s)`,
  ),
  cue(
    'in-progress',
    4.4,
    String.raw`\b(?:being\s+(?:ported|worked|developed|written|reviewed|added|prepared|upstreamed)|merge\s+requests?|pull\s+requests?(?!\s+(?:are|is)\s+welcome)|help\s+wanted|looking\s+for\s+(?:help|testers)|ongoing|on-going|(?:is|are)\s+going\s+on|in\s+the\s+works(?!\s+on\b)|being\s+(?:brought|tested|prepared|built|merged|finished|taught|made|adapted|converted|moved|reworked|rewritten|set\s+up)|taking\s+shape|(?:posted|submitted|sent|up|out)\s+for\s+review|(?:under|in|awaits?|awaiting|waiting\s+for)\s+review|(?:hard\s+)?at\s+work\s+on|not\s+been\s+(?:\w+\s+)?(?:accepted|merged|reviewed)|n['’]t\s+been\s+(?:\w+\s+)?(?:accepted|merged|reviewed))\b`,
  ),
  // "a port is something he works on".
  cue(
    'in-progress',
    4.4,
    String.raw`\bworking\s+on\s+(?:it|that|this)\b|\b(?:he|she|they|who|somebody|someone)\s+works?\s+on\b`,
  ),
  cue(
    'in-progress',
    4.3,
    String.raw`\b(?:(?:posted|submitted|sent)\s+(?:\w+\s+){0,5}patch(?:es|set)?|patch(?:es|set)?\s+(?:\w+\s+){0,5}(?:posted|submitted|under\s+review|proposed)|(?:effort|work|progress|steps?|attempts?|project)\s+(?:\w+\s+){0,4}(?:to|towards?|on|at)\s+(?:\w+\s+){0,3}(?:port|support|getting|get|enabl\w+|porting|bring\w*|build\w*))\b`,
  ),
  cue(
    'in-progress',
    4.2,
    String.raw`\b(?:bit\s+of\s+)?work\s+(?:left|remains|remaining|continues|to\s+be\s+done)\b|\b(?:first\s+steps?|started|begun|beginning)\s+(?:\w+\s+){0,2}(?:to\s+port|porting|port)\b|\bready\s+for\s+upstreaming\b`,
  ),
  cue(
    'works',
    4.5,
    String.raw`\b(?:successful(?:ly)?|completed?|finished)\s+(?:\w+\s+)?(?:effort|work|port\w*|build\w*|test\w*|ran|running|boot\w*)\b`,
  ),
  cue(
    'works',
    4.7,
    String.raw`\b(?:has|have)\s+done\s+the\s+(?:\w+\s+)?(?:work|port\w*)\b|\b(?:resolved|fixed|solved)\s+(?:an?|the|this|that)\s+(?:\w+\s+){0,2}(?:issue|bug|problem)s?\b`,
  ),
  cue('works', 4.35, String.raw`\b(?:work|effort)\s+(?:\w+\s+){0,3}(?:has|have|had)\s+done\b`),
  cue(
    'in-progress',
    4.2,
    String.raw`\b(?:getting|getting\s+very|very)\s+close\s+to\b|\b(?:almost|nearly)\s+(?:there|ready|done|complete|finished|full)\b`,
  ),
  cue(
    'in-progress',
    4.6,
    String.raw`\b(?:partly|partially|half|mostly)\s+(?:done|finished|complete[d]?|there|merged)\b`,
  ),
  // "X has a branch that …", "Not merged."
  cue(
    'in-progress',
    4.4,
    String.raw`\b(?:has|have|is)\s+(?:got\s+)?an?\s+(?:\w+\s+)?(?:branch|patch(?:es|set)?|prototype|fork|draft|pull\s+request|proof\s+of\s+concept)\b|^\W*not\s+(?:yet\s+)?(?:merged|upstream\w*|in\s+mainline|reviewed)\b`,
  ),
  cue('in-progress', 3, String.raw`\bgetting\s+\S+\s+to\s+(?:pass|build|run|work)\b`),
  cue('in-progress', 4.4, String.raw`\b(?:is|are)\s+(?:\w+\s+)?(?:preparing|testing|evaluating|adapting|readying)\b`),
  // Promised.
  cue(
    'planned',
    5.8,
    String.raw`(?:not|n['’]t)\s+(?:(?:quite|yet|fully)\s+)*(?:ready|complete|finished|done|available|there|supported)\b[^.]*\b(?:to\s+(?:come|follow)|next\s+(?:year|month|week|quarter|spring|summer|fall|autumn|winter)|expected|planned|due\s+(?:in|for|by)|scheduled|coming\s+(?:in|soon|with)|slipped)\b`,
  ),
  cue(
    'planned',
    4.4,
    String.raw`\bcomes?\s+(?:with|in|at)\s+(?:the\s+|a\s+|its\s+)?(?:next|beta|final|later|following|release\s+candidate)\b|\bcomes?\s+next\b|\bin\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:adds?|brings?|gets?|gains?|comes?|supports?|includes?)\b|\bjoins?\s+(?:in|with)\s+(?:"|“)?the\s+(?:coming|next)\b`,
  ),
  cue(
    'planned',
    4.8,
    String.raw`\b(?:will|would|to)\s+(?:\w+\s+){0,3}?(?:be\s+(?:\w+\s+)?(?:available|released|supported|shipp\w+|included|generally|added|offered|production|ready|published|delivered|multi\S*)|ship|release|support|include|offer|launch|begin\s+shipping|start\s+shipping)\b[^.]*\b(?:later|soon|next|${QUARTER}|20\d\d|end\s+of|early|mid|late|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|future)\b`,
  ),
  cue(
    'planned',
    4.6,
    String.raw`\bpav(?:es|ed|ing)\s+the\s+way\b|\b(?<!\b(?:aim|goal|idea|plan|way|trick|point|workaround|step|option|choice|solution|job|task|purpose|fix|remedy|best|thing)\s)(?:is|are)\s+to\s+(?:be\s+(?:\w+(?:ed|en|wn|lt)|the\s+first)|(?!be\b|blame\b|say\b)[a-z]+)\b|\b(?:till|until)\s+(?:version\s+)?(?:20\d\d|\d+\.\d)|\bpencill?ed\s+in\b|\bin\s+the\s+(?:spring|summer|autumn|fall|winter)\b`,
  ),
  cue(
    'planned',
    4.5,
    String.raw`\b(?:later\s+(?:this|next)\s+(?:year|month|quarter|week)|${QUARTER}|(?:in|by|for|until|around)\s+(?:early|mid|late)[\s-]20\d\d|early\s+20\d\d|(?:announced|has|have|with)\s+plans?\b|plan(?:s|ned|ning)?\s+(?:to|for|on)|scheduled\s+(?:for|to|soon|in)|scheduled\s+soon|slated|wish\s*list|anticipat\w+|coming\s+soon|roadmap|due\s+(?:in|out|for|by|soon|to\s+(?:ship|arrive))|on\s+track|forthcoming|(?<!(?:is|are|was|were)\s)intend(?:s|ed)?\s+to|(?<!\bas\s)promis(?:es|ed|ing)\s+(?:to|for|that|in|a|an)\b|pre-?orders?|expect(?:s|ed|ing)?\s+(?:(?:to|in|by|for|that|a|around|release|shipping)|(?:it|them|this|that|these|those|the\s+\w+|[\w-]+\s+support)\s+(?:to|in|by|for)\b)|is\s+expected|are\s+expected|(?:future|upcoming|coming)\s+(?:releases?|versions?|support)|by\s+the\s+end\s+of|estimated\s+(?:delivery|shipping|to))`,
  ),
  cue(
    'planned',
    4.1,
    String.raw`\b(?:will|shall)\s+(?:\w+\s+){0,2}?(?:be\s+(?:available|released|supported|included|added|shipped|shipping|generally|part|in)|release|ship|support|include|offer|launch|bring|provide|add|have(?!\s+to)|come|get)\b|\bto\s+be\s+(?:released|available|shipped|supported|announced|built)\b|\b(?:is|are)\s+going\s+to\s+(?:have|get|gain|support|ship|run|include|add|bring|offer|be\s+(?:available|released|supported|included|added))\b`,
  ),
  cue(
    'planned',
    3,
    String.raw`\bhop(?:es?|ing)\s+to\b(?!\s+(?:see|hear|meet))|\bwould\s+(?:\w+\s+)?(?:support|include|run|offer|ship|be\s+able)\b`,
  ),
  // Denied.
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
    String.raw`(?<!\b(?:tests?|cases?|checks?)\s)\bfails?\b(?=\s*(?:[,.;]|$|(?:there|since|because)\b))`,
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
  cue('does-not', 3.8, String.raw`\bhardly\b|\bscarcely\b`),
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
    String.raw`:\s*(?:no|none|nothing|nope|not(?:\s+(?:yet|there|so\s+far|available|supported))?)\W*$`,
  ),
  cue('works', 4, String.raw`:\s*(?:yes|ok(?:ay)?|fine|all\s+there|works?|supported|available)\W*$`),
  cue('does-not', 4.5, String.raw`^\W*(?:and\s+)?no\s+[\w-]+(?:,\s+(?:and\s+)?no\s+[\w-]+)+`),
  cue(
    'works',
    4,
    String.raw`\b(?:not|n['’]t)\s+(?:be\s+|been\s+)?(?:affected|concerned|hit|bothered|touched)\b|\b(?:unaffected|spared|immune)\b`,
  ),
  cue('does-not', 4, String.raw`^\W*no\W*$|^\W*no\s*,`),
  cue('works', 4, String.raw`^\W*yes\b`),
  cue('does-not', 2.4, String.raw`\bno\b(?!\s+(?:longer|doubt|need|changes?|problems?|matter|less|more))`),
  // It works, with something to know.
  cue(
    'partly',
    4.0,
    String.raw`\b(?:some\s+but\s+not\s+all|limitations?|cautions?|caveats?|partial(?:ly)?|partly|far\s+from\s+complete|not\s+(?:\w+\s+){0,2}(?:clean|perfect|smooth)|(?:a\s+few|some|minor|several)\s+(?:\w+\s+)?(?:changes|tweaks|modifications|patches)\s+(?:\w+\s+){0,4}(?:needed|required|necessary|done|made)|manual\s+steps?|difficult(?:y|ies)|hit\s+(?:and|or)\s+miss|with\s+(?:some\s+|much\s+|a\s+little\s+)?effort|needs?\s+(?:some\s+|more\s+|much\s+)?(?:care|love|attention|work)\b|with\s+(?:some|limited|minor)\s+(?:\w+\s+)?(?:issues|problems|caveats|changes|exceptions)|certain\s+(?:\S+\s+)?circumstances|may\s+(?:fail|not)|might\s+(?:fail|not)|mostly\s+work\w*|crawls?|barely|sluggish\w*|painfully|(?:is|are|runs?|very|quite|rather|much|too)\s+slow\w*|apart\s+from|with\s+the\s+exception|at\s+your\s+own\s+risk|missing\s+(?:some|a\s+few)|wrong\s+architecture|best[\s-]effort|at\s+times\s+(?:it\s+|they\s+)?(?:crash\w*|fail\w*|hang\w*|breaks?)|flaky|unreliabl[ey]|everything\s+(?:but|except)|all\s+but|half\s+of\s+(?:it|them)|not\s+(?:everything|all(?!\s+that)))\b`,
  ),
  cue(
    'partly',
    3.0,
    String.raw`(?<!\bno\s)\b(?:known\s+(?:issues?|problems?|bugs?)|workarounds?|inconsisten\w+|broken|requires?\s+(?:a\s+)?(?:patch|manual|workaround)\w*|except(?:\s+for)?\b)`,
  ),
  // It works.
  cue(
    'works',
    4.2,
    String.raw`\b(?:(?:is|are|was)\s+now\s+(?:\w+\s+)?(?:supported|available|shipping|multi\S*)|now\s+(?:\w+\s+)?(?:supports?|works?|runs?|available|ships?|includes?|boots?|builds?|provides?)|officially\s+support\w*|commercially\s+supported|official\s+(?:support|builds?|binar\w+|images?|packages?)|first\s+(?:\w+\s+)?(?:release|version|time)\b[^.]*\b(?:includ\w+|support\w*|binar\w+|for)|adds?\s+(?:\w+\s+){0,3}support|added\s+(?:\w+\s+){0,3}support|native\s+\S+\s+support|generally\s+available|has\s+been\s+(?:ported|merged|released|upstreamed|added)|have\s+been\s+(?:ported|merged|released|upstreamed|added)|drop-in\s+replacement)\b`,
  ),
  cue(
    'works',
    3.2,
    String.raw`\b(?:announce[sd]?\s+(?:\w+\s+){0,5}(?:support|release|availability|version|binar\w+)|(?:is|are|was|were)\s+(?:\w+\s+)?(?:available|supported|released|provided|shipping|included|packaged|compatible|enabled)|support(?:s|ed)?\s+(?:for|of|on)|supports|(?:was|were|is|are)\s+(?:already\s+)?there\b|runs?\s+(?:\w+\s+)?(?:on|in|with|under)|running\s+on|works?\s+(?:\w+\s+)?(?:on|with|in)|ported\s+to|boots?\s+(?:on|with)|can\s+(?:now\s+)?(?:be\s+\w+(?:ed|lt|un|nd|ad)\b|run|boot|build|use)|ships?\s+(?:for|on)|shipped|landed|got\s+there|(?:got|gets|has\s+got|gained|gains|received)\s+(?:an?|its|the|native|official)\b|(?:is|are)\s+new\b|gives?\s+you|passes\s+(?:all|the|its|every|nearly)|binar(?:y|ies)\s+(?:release|for|are)|(?:have|has|had)\s+(?:worked|run|built|booted|shipped|existed)\b|(?:is|are|stays?|remains?)\s+(?:still\s+)?(?:on\s+board|around|with\s+us|alive|included)\b|includes?\s|comes?\s+(?:with|for)|made\s+available|merged|upstreamed|resolved|fixed|mainline)\b`,
  ),
  cue(
    'works',
    3.6,
    String.raw`\bmade\s+it\s+(?:in)?to\b|\bfound\s+(?:its|their)\s+way\b|\b(?:is|are)\s+(?:now\s+)?(?:back|part\s+of|public|out\s+(?:of\s+(?:beta|preview)|now|for|since)|live)\b|\b(?:went|gone|goes)\s+(?:up\s+to|live|public|final)\b|\bpicked\s+up\s+\w+|\bdeclared\s+(?:working|stable|ready)\b|\b(?:is|are)\s+fine\b|\bout\s+of\s+(?:the\s+)?(?:box|beta)\b|\bjust\s+works?\b|\bgot\s+(?:it|them)\s+(?:to\s+)?(?:run|boot|work|multi)\w*`,
  ),
  cue('partly', 3, String.raw`\b(?:hits|affects|bites|plagues|breaks)\b`),
  cue('partly', 3.3, String.raw`\brequires?\s+(?:[\w.-]+\s+)?support\b`),
  cue(
    'works',
    2.0,
    String.raw`\b(?:support\w*|runs?|running|works?|working|available|availability|releas\w+|ships?|shipping|port(?:ed|s)?|boots?|builds?|built|worked|booted|compil\w+|includ\w+|provid\w+|add(?:s|ed)|official\w*|announc\w+|binar(?:y|ies)|packages?|images?|install\w*|enabl\w+|compatib\w+|ready|complet\w+|introduc\w+|targets?|targeting|version|versions|us(?:ed|es|ing)|tutorials?|guides?|how-?to|walkthrough|deploy\w*|set(?:s|ting)?\s+up|demo\w*|powered|benchmark\w*)\b`,
  ),
  cue('works', 1.9, String.raw`\b(?:stays?|remains?|continues?|kept|keeps?|join(?:s|ed)|enter(?:s|ed))\b`),
  cue('works', 3.5, String.raw`\b(?:does|do|did)\s*(?:(?:too|as\s+well)\s*)?[.!)"”]*$`),
  // What somebody or something does is not what it does not do.
  cue(
    'works',
    1.2,
    String.raw`\b(?:gives?|gave|brings?|brought|lets?|allows?|handles?|plays?|translat\w+|emulat\w+|covers?|serves?|reach(?:es|ed)|contains?|loads?|opens?|drives?|offers?|has|have|holds?|takes?|moved|switched|can)\b`,
  ),
];

/** How a clause says that things stand, by its strongest cue; undefined when it says nothing of it. */
export function readStatus(clause: string): { status: ClaimStatus; strength: number } | undefined {
  let best: StatusCue | undefined;
  for (const candidate of STATUS_CUES) {
    if (best && best.strength >= candidate.strength) continue;
    if (candidate.pattern.test(clause)) best = candidate;
  }
  return best && { status: best.status, strength: best.strength };
}
