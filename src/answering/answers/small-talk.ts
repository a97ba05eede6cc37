import type { Answer } from '#answering/wording/answer.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** A remark that asks nothing of the archive, and its reply. */
export interface SmallTalk {
  /** What is said, and what for. */
  readonly purpose: string;
  readonly example: string;
  readonly pattern: RegExp;
  readonly reply: string;
  /** Beside another remark, that one is replied to. */
  readonly givesWay?: true;
  /** Behind an answer it asks on ("why not?"). */
  readonly onlyFirst?: true;
}

const aboutText =
  'I answer what runs on Arm from the issues of a weekly newsletter, and from nothing else. Ask in your own words, or type “help”; “about” says how many I have read.';

/** The whole message must be it: "thanks, and on arm64?" is a question. Each has a reply of its own. */
export const smallTalkRules: readonly SmallTalk[] = [
  {
    purpose: 'a greeting',
    example: 'hello there, how are you doing today?',
    pattern:
      /^(?:hi|hiya|hello|hey|howdy|yo|good (?:morning|day|afternoon|evening)|greetings)(?: (?:there|bot|all|everyone|folks|again))*(?: how (?:are you|is it going|are things|do you do).*)?$|^how are you\b.*$/,
    givesWay: true,
    reply: 'Hello! Ask what runs on Arm, for example “does … run on arm64?”, or type “help”.',
  },
  {
    purpose: 'thanks, and what comes with them',
    example: 'thanks, that worked!',
    pattern:
      /^(?:(?:ok|great|cool|perfect|ah|oh|wow|nice|good|awesome|brilliant|lovely|sweet|right|yes|no) )*(?:many )?(?:thanks|thank you|cheers|much appreciated|thank u)(?: (?:a lot|a bunch|a million|so much|very much|much|bot|all|again|then|bye|mate|man|for \w+(?: \w+){0,3}|(?:that|this|it) (?:\w+ ){0,3}\w+|you (?:\w+ ){0,3}\w+))*$/,
    reply: 'You are welcome.',
  },
  {
    purpose: 'a nod, or praise',
    example: 'great, it works now',
    pattern:
      /^(?:(?:yes|no|ok|ah|oh|lol|h+m+) )*(?:ok|okay|cool|great|nice|perfect|good|good to know|got it|i see|right|sure|fine|wow|yes|no|yep|nope|lol|bye|goodbye|good night|see (?:you|ya)|c (?:you|ya)|have a (?:good|nice|great) (?:day|one|evening|weekend)|sweet|lovely|neat|alright|all right|no problem|awesome|brilliant|interesting|well done|good (?:bot|job|work)|never ?mind|sorry)(?: (?:bot|bye|later|soon|tomorrow|around|for now|then|all|it (?:works?|worked)(?: now| fine)?|that (?:works?|helps?|helped|worked)|job|answer|one|now|to know))*$|^(?:i )?(?:really )?(?:love|like|enjoy|adore) (?:this|the|your|you|it)(?: (?:newsletter|bot|answers?))?(?: (?:so|very) much)?$|^i (?:really |just )?(?:love|like|enjoy|adore) my (?:\w+ ){0,3}\w+$|^you (?:are|re) (?:great|awesome|amazing|the best|helpful|right|so helpful)$|^(?:that|this|it) (?:helps|helped|worked|(?:is|s|was) (?:great|good|nice|fine|helpful|perfect))(?: a lot)?$/,
    givesWay: true,
    reply: 'Good. Ask me anything else about what runs on Arm.',
  },
  {
    purpose: 'a complaint',
    example: 'you are wrong',
    pattern:
      /^(?:(?:no|nope|hm|hmm|but|sorry|well|wait|i think) )*(?:you (?:got|have|had|understood|read) (?:that|this|it|me) (?:\w+ )?wrong|you misunderstood(?: (?:me|that|it))?|you (?:are|re) (?:\w+ )?(?:wrong|mistaken|useless|stupid|dumb|lying|broken|not (?:helpful|right))|(?:that|this|it) (?:is|s|was) (?:\w+ )?(?:wrong|not (?:true|right|correct|it|helpful|what i (?:asked|meant|wanted)(?: for)?)|incorrect|false|nonsense|rubbish|outdated|old|useless|no help)|(?:that|this|it) (?:makes no sense|(?:didn|doesn) t (?:help|make sense|work(?: (?:for me|here|at all))?)|does not (?:help|work(?: (?:for me|here|at all))?)|sucks)|wrong(?: answer)?|incorrect|rubbish|nonsense|not (?:true|right|correct|helpful|what i (?:asked|meant|wanted)(?: for)?)|bad bot|(?:i )?(?:don t|do not) (?:believe|think so|agree)(?: (?:you|it|that))?)$/,
    reply:
      'I only repeat what the newsletter said, on the date that stands with it. “status” and a name show all of it; tell the editors where it is wrong.',
  },
  {
    purpose: 'a wish for quiet',
    example: 'please stop',
    pattern:
      /^(?:please )?(?:stop|shut up|be quiet|go away|leave me alone|quiet|silence|enough)(?: (?:it|that|please|now|bot))*$/,
    reply: 'I answer only when I am asked. In a channel, “unsubscribe” ends the posts of new issues.',
  },
  {
    purpose: 'wonder at an answer',
    example: 'huh?',
    pattern:
      /^(?:what|huh|eh|pardon|come again|say (?:that )?again|excuse me|what do you mean|i (?:don t|do not) (?:understand|get (?:it|that)))$/,
    reply:
      'I look for the sentences of the newsletter that answer. Ask for one thing at a time, for example “does … run on arm64?”.',
  },
  {
    purpose: 'a word that asks on, where nothing was asked',
    example: 'why not?',
    pattern: /^(?:but )?why(?: not| so| is that| that)?$/,
    onlyFirst: true,
    reply: 'That depends on what. Ask in whole, for example “why does … not run on arm64?”.',
  },
  {
    purpose: 'how something is right now',
    example: 'is the mill server down?',
    pattern:
      /^is (?:the |your )?(?:[\w.+-]+ ){1,4}(?:down|offline|unreachable|(?<!(?:ing|ed|set|built|made|right) )up)(?: (?:right now|now|today|again|for (?:you|anyone|everyone|others)))*$|^(?:what (?:time|day) is it|what (?:is|s) the time|(?:(?:what|how) (?:is|s) )?(?:the )?weather|is it (?:raining|snowing|sunny)(?= (?:in|at|outside|today|there)\b))(?: (?:in|at|for|like|now|today|tomorrow|outside|there)\b.*)?$/,
    reply: 'I know what the newsletter said, and nothing of how things are right now.',
  },
  {
    purpose: 'a question about the bot',
    example: 'what can you do?',
    pattern:
      /^(?:so )?(?:who|what) (?:are|r) (?:you|u)$|^(?:who|what) (?:made|built|wrote|runs|powers|created|maintains) (?:you|(?:this|the) (?:bot|thing|assistant))$|^who (?:is|s) (?:behind|responsible for) (?:you|(?:this|the) (?:bot|thing|assistant))$|^what (?:can|do|could) (?:you|i|u) (?:do|know|ask|answer|cover)(?: you| here| about)?$|^what(?: (?:is|s)|s) (?:this|your (?:name|purpose|job))(?: (?:bot|thing|app|channel))?(?: (?:for|about|all about|good for|supposed to do))?$|^what (?:does|do) (?:this|the) (?:bot|thing|app) (?:do|know|answer)$|^(?:are|r) you (?:an? .+|(?:human|real|ai|chatgpt|there|alive|working)(?: .*)?)$|^how do (?:you|i) (?:work|use (?:you|this|it)(?: bot| thing)?)$|^what (?:is|s) (?:this|the) (?:archive|place|channel about)$|^i (?:m|am) new (?:here|to this)(?: what is this| how does (?:this|it) work)?$|^(?:hello |hi |hey )?i (?:just )?(?:found|discovered|joined|installed) (?:this|you|the bot|it)(?: just now| today)?$|^(?:can|could|how can|how do|may) (?:i|we|one) (?:use|add|install|invite|get|have|put) (?:you|(?:this|the|your) bot)(?: (?:in|to|into|on|with) (?:\w+ ){0,3}\w+)?$|^how many (?:issues|newsletters|editions|facts|articles) (?:are there|have you(?: read| got)?|do you (?:have|know)|did you read|are (?:in )?(?:the |your )?archive)(?: in (?:total|all|the archive|your archive))?$|^(?:do you use|are you using) (?:ai|an? (?:llm|language model)|chatgpt)$|^how (?:old|recent|current|up to date) is your (?:data|archive|information|knowledge)$|^how (?:old|recent|current|up to date) is (?:this|the|that) (?:data|archive|information|info|answer)$|^where (?:do|does) (?:you|your) (?:get|answers?|data) .*$|^ignore (?:all |your |the )?(?:previous|prior|above)\b.*$|^(?:print|show|tell me|what is|what s|reveal) your (?:system )?prompt$/,
    reply: aboutText,
  },
];

// As people type in chats, whole words only.
const chatSpellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    thanks: 'ty thx tx thnx tnx thanx thankx tyvm tysm ta tks',
    bye: 'cya byebye ttyl laters l8r cu',
    great: 'gr8',
    ok: 'k kk okay okie oki okey',
    yes: 'yeah yep yup ya yea',
    no: 'nah nope',
    you: 'u',
    are: 'r',
    please: 'pls plz',
    for: '4',
    what: 'wat wut wot wha',
    'see you': 'seeya',
    'no problem': 'np',
    'that s': 'thats',
    'it s': 'its',
    'you re': 'youre ur',
    'don t': 'dont',
    'doesn t': 'doesnt',
    'didn t': 'didnt',
    later: 'l8er',
  }).flatMap(([meant, spellings]) => spellings.split(' ').map((spelling) => [spelling, meant] as const)),
);
const MAX_REMARKS = 3;

/**
 * What to say to a greeting, thanks, a remark or a question about the bot, or to a few of them joined; undefined when the
 * archive is asked. Behind an answer ("isOngoing") fewer words are remarks.
 */
export function answerSmallTalk(message: string, isOngoing = false): Answer | undefined {
  const rule = findRule(message, isOngoing) ?? findRuleOfJoined(message, isOngoing);
  return rule === undefined ? undefined : { ...sayOnly(rule.reply), isSmallTalk: true };
}

function findRule(message: string, isOngoing: boolean): SmallTalk | undefined {
  // "👍": a remark without a word.
  const plain = (/[\p{L}\p{N}]/u.test(message) ? message : message.replace(/👎/gu, ' wrong ').replace(HAPPY, ' nice '))
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .trim();
  const meant = plain
    .split(/\s+/)
    .map((word) => chatSpellings.get(word) ?? word)
    .join(' ');
  return smallTalkRules.find(
    ({ pattern, onlyFirst }) => !(isOngoing && onlyFirst) && (pattern.test(plain) || pattern.test(meant)),
  );
}

const HAPPY = /[👍🙏🎉😀-😍]|❤️?/gu;

// "nice, ty!": each must be a remark, and the one that wants a reply gets it.
function findRuleOfJoined(message: string, isOngoing: boolean): SmallTalk | undefined {
  const parts = message.split(/[,;.!?…\n]+|\s[-–—]\s/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2 || parts.length > MAX_REMARKS) return undefined;
  const rules = parts.map((part) => findRule(part, isOngoing));
  if (!rules.every((rule) => rule !== undefined)) return undefined;
  return rules.find(({ givesWay }) => !givesWay) ?? rules[0];
}

/** A message without the remark that it begins with: "thanks, what's new?" asks what is new. */
export function withoutRemark(message: string, isOngoing = false): string {
  const [, remark = '', rest = ''] = /^([^,;.!?…\n]+)[,;.!?…\n]+\s+(.+)$/s.exec(message) ?? [];
  return findRule(remark, isOngoing) === undefined ? message : rest;
}

/** An answer that is a sentence of ours and nothing from the archive. */
function sayOnly(lead: string, suggestions: readonly string[] = []): Answer {
  return {
    answered: false,
    verdict: undefined,
    lead,
    notes: [],
    list: undefined,
    citations: [],
    suggestions,
    followUp: undefined,
  };
}

// The commonest little words of other languages that English does not have; two of them make a sentence of that language.
const foreignWords = new Set(
  `läuft auf gibt für und nicht mit kann wie wann welche welcher ist das ein eine der die den dem auch geht funktioniert unter wird werden unterstützt
  est ce que qui sur pour avec quel quelle fonctionne marche tourne dans les des une il elle pas sous quand
  funciona en para con qué cuál hay corre está una los las puede cuando cómo por sobre
  funziona su per che con quando gira una del della
  funciona em para com não uma roda quando
  werkt op voor met een het wanneer draait niet
  działa na czy jest kiedy`.split(/\s+/),
);
const ENGLISH = /\b(?:the|is|are|does|do|on|run|runs|what|when|where|who|how|any|can|for|with|work|works|it)\b/gi;
const OTHER_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Greek}]/u;

/** Whether a question is in another language than English: in its letters, or by two of its little words. */
export function isForeign(question: string): boolean {
  if (OTHER_SCRIPT.test(question)) return true;
  const words = question.toLowerCase().split(/[^\p{L}'’]+/u);
  const foreign = words.filter((word) => foreignWords.has(word) || /[äöüßéèêàçñãõåøóíáúâôùûëïìò]/.test(word)).length;
  return foreign >= 2 && foreign > (question.match(ENGLISH)?.length ?? 0);
}

/** Says that only English is read; with the question that was likely meant, where names were understood. */
export function answerForeign(
  topics: readonly { readonly named: { name: string } | undefined; readonly target: { label: string } | undefined }[],
  _snapshot: Snapshot,
): Answer {
  const subject = topics.find(({ named, target }) => named !== undefined && target === undefined)?.named?.name;
  const target = topics.find((topic) => topic.target !== undefined)?.target?.label;
  const meant =
    subject === undefined ? [] : [target === undefined ? `status ${subject}` : `does ${subject} run on ${target}?`];
  return sayOnly('I read English questions only.', meant);
}
