import { cue, type StatusCue } from './status-cue.ts';

const QUARTER = String.raw`(?:q[1-4]|(?:first|second|third|fourth)\s+(?:quarter|half))(?:\s+(?:of\s+)?20\d\d)?`;

/** What is on its way, or is to come. */
export const PENDING_CUES: readonly StatusCue[] = [
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
    String.raw`\b(?:being\s+(?:ported|worked|developed|written|reviewed|added|prepared|upstreamed)|merge\s+requests?|pull\s+requests?(?!\s+(?:are|is)\s+welcome)|help\s+wanted|looking\s+for\s+(?:help|testers)|ongoing|on-going|(?:is|are)\s+going\s+on|in\s+the\s+works(?!\s+on\b)|being\s+(?:brought|tested|prepared|built|merged|finished|taught|made|adapted|converted|moved|reworked|rewritten|set\s+up)|taking\s+shape|(?:posted|submitted|sent|up|out)\s+for\s+review|(?:under|in|awaits?|awaiting|waiting\s+for|rounds?\s+of|version\s+of)\s+review|review\s+is\s+at|posted\s+(?:an?\s+)?(?:\w+\s+)?series|in\s+(?:a\s+)?(?:private|closed)\s+beta|(?:hard\s+)?at\s+work\s+on|not\s+been\s+(?:\w+\s+)?(?:accepted|merged|reviewed)|n['’]t\s+been\s+(?:\w+\s+)?(?:accepted|merged|reviewed))\b`,
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
    String.raw`\b(?:has|have|is)\s+(?:got\s+)?an?\s+(?:\w+\s+)?(?:branch|patch(?:es|set)?|prototype|draft|pull\s+request|proof\s+of\s+concept)\b|^\W*not\s+(?:yet\s+)?(?:merged|upstream\w*|in\s+mainline|reviewed)\b`,
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
    String.raw`\bpav(?:es|ed|ing)\s+the\s+way\b|\b(?<!\b(?:aim|goal|idea|plan|way|trick|advice|recommendation|suggestion|rule|point|workaround|step|option|choice|solution|job|task|purpose|fix|remedy|best|thing)\s)(?:is|are)\s+to\s+(?:be\s+(?:\w+(?:ed|en|wn|lt)|the\s+first)|(?!be\b|blame\b|say\b)[a-z]+)\b|\b(?:till|until)\s+(?:version\s+)?(?:20\d\d|\d+\.\d)|\bpencill?ed\s+in\b|(?<!\b(?:since|last|was|were|had|came)\b[^;]{0,40})\bin\s+the\s+(?:spring|summer|autumn|fall|winter)\b`,
  ),
  cue(
    'planned',
    4.5,
    String.raw`\b(?:later\s+(?:this|next)\s+(?:year|month|quarter|week)|${QUARTER}|(?:in|by|for|until|around)\s+(?:early|mid|late)[\s-]20\d\d|early\s+20\d\d|(?:announced|has|have|with)\s+plans?\b|(?:the|a)\s+plan\s+to|plan(?:s|ned|ning)?\s+(?:to|for|on)|scheduled\s+(?:for|to|soon|in)|scheduled\s+soon|slated|wish\s*list|anticipat\w+|coming\s+soon|roadmap|due\s+(?:in|within|out|for|by|soon|to\s+(?:ship|arrive))|on\s+track|forthcoming|(?<!(?:is|are|was|were)\s)intend(?:s|ed)?\s+to|(?<!\bas\s)promis(?:es|ed|ing)\s+(?:to|for|that|in|a|an|it|them)\b|pre-?orders?|expect(?:s|ed|ing)?\s+(?:(?:to|in|by|for|that|a|around|release|shipping)|(?:it|them|this|that|these|those|the\s+\w+|[\w-]+\s+support)\s+(?:to|in|by|for)\b)|is\s+expected|are\s+expected|(?:future|upcoming|coming)\s+(?:releases?|versions?|support|milestones?)|by\s+the\s+end\s+of|estimated\s+(?:delivery|shipping|to))`,
  ),
  cue(
    'planned',
    4.1,
    String.raw`\b(?:will|shall)\s+(?:\w+\s+){0,2}?(?:be\s+(?:available|released|supported|included|added|shipped|shipping|generally|part|in|made|built|published|ported|offered)|release|ship|support|include|offer|launch|bring|provide|add|have(?!\s+to)|come|get)\b|\bto\s+be\s+(?:released|available|shipped|supported|announced|built)\b|\b(?:is|are)\s+going\s+to\s+(?:have|get|gain|support|ship|run|include|add|bring|offer|publish|release|build|make|provide|come|be\s+(?:available|released|supported|included|added))\b`,
  ),
  cue(
    'planned',
    4.4,
    String.raw`\baim(?:s|ing)?\s+for\b|\bhoped\s+for\b|\bis\s+the\s+plan\b|\bto\s+follow\s+(?:in|with|by)\b|\bexpect\s+(?:it|them|that)\b|\b(?:you|we)\s+will\s+see\s+(?:it|them|that)\s+in\b|\bannounced\s+(?:that\s+)?(?:they|it|he|she)\s+(?:would|will)\b|\b(?:mention(?:s|ed)|speaks?\s+of|talks?\s+of|spoke\s+of|named?|hint(?:s|ed)\s+at)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|${QUARTER})\b`,
  ),
  cue(
    'planned',
    3,
    String.raw`\bhop(?:es?|ing)\s+to\b(?!\s+(?:see|hear|meet))|\bwould\s+(?:\w+\s+)?(?:support|include|run|offer|ship|be\s+able)\b`,
  ),
];
