import type { FactStatus } from '#facts/fact.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { TargetMention } from '#targets/target-mention.ts';
import { type StatusRule, statusRules } from './status-rules.ts';

/** What one sentence says plainly. */
export interface PlainStatement {
  readonly subject: string;
  /** As the sentence names them. */
  readonly targets: readonly string[];
  readonly status: FactStatus;
  readonly rule: StatusRule;
}

// Whatever bends a statement: a condition, a doubt, a contrast, somebody's wish. No verdict is better than a wrong one.
const BENT =
  /\b(?:but|except|only|if|though|although|however|unless|until|could|would|should|may|might|hopes?|wants?|tr(?:y|ies|ied)|claims?|almost|nearly|emulat\w+|virtual\w*|rumou?r\w*|reportedly|supposed\w*|questions?|why|how|whether|once|before|instead|rather|first|experimental\w*|preview|alpha|fails?|failed|partly|partially|mostly|in part|in theory|in principle|workarounds?|unofficial\w*|talks?|sessions?|keynotes?|webinars?|slides|tutorials?)\b/i;
// What no statement is read from: a question, a row of a table, the marks that stand for targets below.
const OTHER = /[?|]|@\d+@/;
// Behind a yes, in its own clause: what takes it back, or is still to come.
const UNDONE =
  /^[^,;:]*(?:\((?:no|without)|\b(?:not|never|no longer|no more|any ?more|soon|later|next|upcoming|this (?:year|fall|spring|summer|winter)))\b/i;
// What a further clause denies may be the very system that is asked for: "for arm64 on Foodix; there are no packages for Barix yet".
const DENIED_BESIDE =
  /;[^;]*\b(?:not|never|none|no longer|(?:is|are|do|does|did|was|were|wo|ca)n['’]t|(?:has|have|is|are) no)\b/i;
// "… supports Debian on arm64", "… is available for Windows on Arm": the two together, which one target does not say.
const TOGETHER = /^[\s\d.(]*(?:LTS )?(?:on|for|under|in|with) (?:the |an? )?@/;
// A word of these stands in every form: most sentences are done with here.
const SAYS_STATUS =
  /\b(?:runs?|works?|boots?|builds?|support\w*|available|released|packaged|shipping|ported|brought|port|planned|expected|coming|due|drop\w*|removed|has|have|ships|will|no|not|don|doesn|can|won)\b/i;
// "Foodb works on arm64 with some limitations."
const LIMITED =
  /\b(?:with (?:(?:some|a few|certain|known) )?(?:limitations?|restrictions?|exceptions?|caveats?)|except for|apart from)\b/i;

// "Quernd 3, a mill of Acme, runs on arm64": what stands behind a subject and only says what it is, up to the verb.
const APPOSITION =
  /^([^,@:;()“”"–—]{1,80}?)(?:, ([^@:;()“”"–—]{2,160}), | \(([^@:;()“”"]{2,160})\) | [–—] ([^@:;()“”"–—]{2,160}) [–—] )(?=(?:(?:now|also|already|currently|officially|natively|fully|newly|still|then) )*(?:runs?|works?|boots?|builds?|is|are|has|have|had|supports?|does|do|did|don['’]t|doesn['’]t|didn['’]t|will|won['’]t|can(?:not|['’]t)?|drops|dropped|no longer|stops|added|adds|comes|ships)\b)/u;
const SAYS_WHAT_IT_IS = /^(?:which (?:is|was|are) )?(?:an?|the|its|our|their|his|her|one of) /;
// "Quernd, the maker says, runs on arm64."
const SOMEBODY_SAYS =
  /\b(?:says?|said|tells?|told|claims?|claimed|thinks?|thought|believes?|hopes?|reports?|reported|writes?|wrote|announces?|announced|promises?|promised|insists?|insisted|adds?|added|notes?|noted|explains?|explained|argues?|argued|states?|stated|shows?|showed|assures?|assured|confirms?|confirmed|and|or|not|never)\b/;

/** How a subject stands on targets, where the very sentence says so in one of the plain forms; else undefined. */
export function readStatus(sentence: string): PlainStatement | undefined {
  if (!SAYS_STATUS.test(sentence)) return undefined;
  const mentions = findTargets(sentence);
  if (mentions.length === 0 || OTHER.test(sentence) || isCutFromQuote(sentence)) return undefined;
  const { text, groups } = maskTargets(sentence, mentions);
  const plain = dropApposition(text);
  for (const rule of statusRules) {
    const match = rule.form().exec(plain);
    const { subject, targets } = match?.groups ?? {};
    const group = groups[Number(targets)];
    // A subject that holds a target again ("Foodb for @0@ …") is another form.
    if (match === null || subject === undefined || group === undefined || subject.includes('@')) continue;
    const rest = plain.slice(match[0].length);
    if (TOGETHER.test(rest) || (group.isOpen && /^ \w/.test(rest))) return undefined;
    if (rule.status === 'yes' && (UNDONE.test(rest) || DENIED_BESIDE.test(rest))) return undefined;
    const isLimited = rule.status === 'yes' && LIMITED.test(text);
    if (!isLimited && BENT.test(text)) return undefined;
    return {
      subject: nameOf(subject),
      targets: group.words,
      status: isLimited ? 'partly' : rule.status,
      rule,
    };
  }
  return undefined;
}

// "the new Foodb 2.0 release", "version 2 of Foodb": what is spoken of is Foodb, and its version.
const BEFORE_NAME = /^(?:(?:new|newest|latest|current) )?(?:(?:[Vv]ersion|[Rr]elease) v?\d[\d.]* of (?:the )?)?/;
const BEHIND_NAME = /(?<=.) (?:version|release|update)(?: (?=v?\d)|$)/;

const nameOf = (subject: string) =>
  subject
    .replace(/(?<![.,])[.,]+$/, '')
    .replace(BEFORE_NAME, '')
    .replace(BEHIND_NAME, (_, at: number, whole: string) => (/\d$/.test(whole.slice(at)) ? ' ' : ''));

function dropApposition(text: string): string {
  const match = APPOSITION.exec(text);
  if (match === null) return text;
  const [whole, subject = '', ...aside] = match;
  const words = aside.find((one) => one !== undefined) ?? '';
  if (!SAYS_WHAT_IT_IS.test(words) || SOMEBODY_SAYS.test(words)) return text;
  return `${subject} ${text.slice(whole.length)}`;
}

// “We did it. Foodb runs on arm64,” said Jane: a quotation's end, and not the newsletter's statement.
function isCutFromQuote(sentence: string): boolean {
  return sentence.split('"').length % 2 === 0 || /^[^“]*”/.test(sentence);
}

const BETWEEN = /^(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*\/\s*)$/i;

// Each list of targets becomes one mark, so that the forms need not know how lists are written.
function maskTargets(sentence: string, mentions: readonly TargetMention[]) {
  const groups: { words: string[]; isOpen: boolean }[] = [];
  let text = '';
  let at = 0;
  for (const { start, end, words } of mentions) {
    const between = sentence.slice(at, start);
    const last = groups.at(-1);
    if (last && BETWEEN.test(between)) {
      last.words.push(words);
      // "arm64, armv7 support was dropped": without "and", what follows tells whether the second belongs to the list.
      last.isOpen = /^\s*,\s*$/.test(between);
    } else {
      text += `${between}@${groups.length}@`;
      groups.push({ words: [words], isOpen: false });
    }
    at = end;
  }
  return { text: text + sentence.slice(at), groups };
}
