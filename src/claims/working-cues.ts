import { cue, type StatusCue } from './status-cue.ts';

const SHIPPED =
  'support|versions?|builds?|binar(?:y|ies)|ports?|releases?|packages?|images?|isos?|installers?|wheels?|tarballs?|snaps?|flatpaks?|apps?|clients?|agents?|drivers?|librar(?:y|ies)|modules?|kernels?|compilers?|toolchains?|runtimes?|back[\\s-]?ends?|jits?|containers?|downloads?|editions?';
const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december';

/** What works, in whole or in part. */
export const WORKING_CUES: readonly StatusCue[] = [
  // It works, with something to know.
  cue(
    'partly',
    4.0,
    String.raw`\b(?:some\s+but\s+not\s+all|limitations?|cautions?|caveats?|partial(?:ly)?|partly|far\s+from\s+complete|not\s+(?:\w+\s+){0,2}(?:clean|perfect|smooth)|(?:a\s+few|some|minor|several)\s+(?:\w+\s+)?(?:changes|tweaks|modifications|patches)\s+(?:\w+\s+){0,4}(?:needed|required|necessary|done|made)|manual\s+steps?|difficult(?:y|ies)|hit\s+(?:and|or)\s+miss|with\s+(?:some\s+|much\s+|a\s+little\s+)?effort|needs?\s+(?:some\s+|more\s+|much\s+)?(?:care|love|attention|work)\b|with\s+(?:some|a\s+few|limited|minor)\s+(?:\w+\s+)?(?:issues|problems|caveats|changes|exceptions|gaps)|certain\s+(?:\S+\s+)?circumstances|may\s+(?:fail|not)|might\s+(?:fail|not)|mostly\s+work\w*|crawls?|barely|sluggish\w*|painfully|(?:is|are|runs?|very|quite|rather|much|too)\s+slow\w*|apart\s+from|with\s+the\s+exception|at\s+your\s+own\s+risk|missing\s+(?:some|a\s+few)|wrong\s+architecture|best[\s-]effort|at\s+times\s+(?:it\s+|they\s+)?(?:crash\w*|fail\w*|hang\w*|breaks?)|flaky|unreliabl[ey]|everything\s+(?:but|except)|all\s+but|half\s+of\s+(?:it|them)|not\s+(?:everything|all(?!\s+that)))\b`,
  ),
  cue(
    'partly',
    3.0,
    String.raw`(?<!\bno\s)\b(?:known\s+(?:issues?|problems?|bugs?)|workarounds?|inconsisten\w+|broken|requires?\s+(?:a\s+)?(?:patch|manual|workaround)\w*|except(?:\s+for)?\b)`,
  ),
  // "it runs now, minus its shop".
  cue('partly', 4.3, String.raw`\bminus\s+(?:its|the|an?|some)\b|\bbut\s+for\s+(?:its|the)\b`),
  // It works.
  cue('works', 3.4, String.raw`^\W*(?:stable|available|shipping|supported|public|out)\s+since\b`),
  cue(
    'works',
    4.2,
    String.raw`\b(?:(?:is|are|was)\s+now\s+(?:\w+\s+)?(?:supported|available|shipping|multi\S*)|now\s+(?:\w+\s+)?(?:supports?|works?|runs?|available|ships?|includes?|boots?|builds?|provides?)|officially\s+support\w*|commercially\s+supported|official\s+(?:support|builds?|binar\w+|images?|packages?)|first\s+(?:\w+\s+)?(?:release|version|time)\b[^.]*\b(?:includ\w+|support\w*|binar\w+|for)|adds?\s+(?:\w+\s+){0,3}support|added\s+(?:\w+\s+){0,3}support|native\s+\S+\s+support|generally\s+available|has\s+been\s+(?:ported|merged|released|upstreamed|added)|have\s+been\s+(?:ported|merged|released|upstreamed|added)|drop-in\s+replacement)\b`,
  ),
  cue(
    'works',
    3.2,
    String.raw`\b(?:announce[sd]?\s+(?:\w+\s+){0,5}(?:support|release|availability|version|binar\w+)|(?:is|are|was|were)\s+(?:\w+\s+)?(?:available|supported|released|provided|shipping|included|packaged|compatible|enabled)|support(?:s|ed)?\s+(?:for|of|on)|supports|(?:was|were|is|are)\s+(?:already\s+)?there\b|runs?\s+(?:\w+\s+)?(?:on|in|with|under)|running\s+on|works?\s+(?:\w+\s+)?(?:on|with|in)|ported\s+to|boots?\s+(?:on|with)|can\s+(?:now\s+)?(?:be\s+\w+(?:ed|lt|un|nd|ad)\b|run|boot|build|use)|ships?\s+(?:for|on)|shipped|landed|got\s+there|(?:got|gets|has\s+got|gained|gains|received)\s+(?:an?|its|the|native|official)\b|(?:is|are)\s+new\b|gives?\s+you|passes\s+(?:all|the|its|every|nearly)|binar(?:y|ies)\s+(?:release|for|are)|(?:have|has|had)\s+(?:worked|run|built|booted|shipped|existed)\b|(?:is|are|stays?|remains?)\s+(?:still\s+)?(?:on\s+board|around|with\s+us|alive|included)\b|includes?\s|comes?\s+(?:with|for)|made\s+available|(?:is|are)\s+(?:now\s+)?native\b|merged|upstreamed|resolved|fixed|mainline)\b`,
  ),
  cue(
    'works',
    3.6,
    String.raw`\bmade\s+it\s+(?:in)?to\b|\bfound\s+(?:its|their)\s+way\b|\b(?:is|are)\s+(?:now\s+)?(?:back|part\s+of|public|out\s+(?:of\s+(?:beta|preview)|now|for|since)|live)\b|\b(?:went|gone|goes)\s+(?:up\s+to|live|public|final)\b|\bpicked\s+up\s+\w+|\bdeclared\s+(?:working|stable|ready)\b|\b(?:is|are)\s+fine\b|\bout\s+of\s+(?:the\s+)?(?:box|beta)\b|\bjust\s+works?\b|\bgot\s+(?:it|them)\s+(?:to\s+)?(?:run|boot|work|multi)\w*`,
  ),
  // "it is on the list", "in the store": there to be had.
  cue(
    'works',
    3.4,
    String.raw`\b(?:is|are|was|were)\s+(?:now\s+|also\s+|already\s+)?(?:on\s+the\s+(?:\w+\s+)?(?:list|mirrors?)|in\s+(?:the\s+)?(?:[\w-]+\s+)?(?:portal|stores?|repos?|repositor(?:y|ies)|archives?|ports|catalog(?:ue)?|marketplace))\b|\bfollowed\s+(?:soon|shortly|right|suit|a\s+(?:day|week)|the\s+(?:day|week))\b|\bcomes?\s+up\b|\b(?:left|leaves|leaving|out\s+of)\s+(?:preview|beta|alpha)\b|\badded\s+\S+\s+to\b|\bno\s+complaints\b|\bwhat\s+it\s+takes\b`,
  ),
  cue(
    'partly',
    4.3,
    String.raw`\bonly\s+so\s+far\b|\bstragglers\b|\bonly\s+(?:the|in|an?)\s+(?:[\w-]+\s+)?(?:mode|subset|part|half)\b`,
  ),
  // "the release has an arm64 image", "it has one since May": to have it is to be there.
  cue(
    'works',
    3.3,
    String.raw`\b(?:has|have|carr(?:y|ies)|brings?|brought)\s+(?:now\s+|got\s+)?(?:an?|the|its|their|official|native|full|working)\s+(?:(?!no\b|plans?\b)[\w.+/-]+\s+){0,3}?(?:${SHIPPED})\b|\b(?:has|have)\s+(?!(?:no|not|never|plans?|to|[a-z]+ed)\b)(?:(?!no\b)[\w.+/-]+\s+){1,2}?(?:${SHIPPED})\b|\b(?:has|have)\s+(?!(?:been|no|not|never|to)\b)(?:[\w'’.+/-]+\s+){1,5}?since\s+(?:${MONTH}|20\d\d|v?\d|version|last|this)\b|\bexists?\s+(?:there\s+)?since\b|\b(?:is|are)\s+(?:\w+\s+)?covered\b`,
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
