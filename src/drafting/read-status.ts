import type { FactStatus } from '#facts/fact.ts';
import { findTargets } from '#targets/find-targets.ts';
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
  /\b(?:but|except|only|if|though|although|however|unless|until|could|would|should|may|might|hopes?|wants?|tr(?:y|ies|ied)|claims?|almost|nearly|emulat\w+|virtual\w*|rumou?r\w*|reportedly|supposed\w*|questions?|why|how|whether|once|before|instead|rather|first|experimental\w*|preview|alpha)\b|\?/i;
// "Foodb works on arm64 with some limitations."
const LIMITED = /\b(?:with (?:(?:some|a few|certain|known) )?(?:limitations?|restrictions?|exceptions?|caveats?)|except for|apart from)\b/i;

/** How a subject stands on targets, where the very sentence says so in one of the plain forms; else undefined. */
export function readStatus(sentence: string): PlainStatement | undefined {
  const mentions = findTargets(sentence);
  if (mentions.length === 0) return undefined;
  const { text, groups } = maskTargets(sentence, mentions);
  for (const rule of statusRules) {
    const { subject, targets } = rule.form.exec(text)?.groups ?? {};
    const group = groups[Number(targets)];
    // A subject that holds a target again ("Foodb for @0@ …") is another form.
    if (subject === undefined || group === undefined || subject.includes('@')) continue;
    const isLimited = rule.status === 'yes' && LIMITED.test(text);
    if (!isLimited && BENT.test(text)) return undefined;
    return { subject: subject.replace(/[.,]+$/, ''), targets: group, status: isLimited ? 'partly' : rule.status, rule };
  }
  return undefined;
}

const BETWEEN = /^(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*\/\s*)$/i;

// Each list of targets becomes one mark, so that the forms need not know how lists are written.
function maskTargets(sentence: string, mentions: readonly TargetMention[]) {
  const groups: string[][] = [];
  let text = '';
  let at = 0;
  for (const { start, end, words } of mentions) {
    const between = sentence.slice(at, start);
    if (groups.length > 0 && BETWEEN.test(between)) groups.at(-1)?.push(words);
    else {
      text += `${between}@${groups.length}@`;
      groups.push([words]);
    }
    at = end;
  }
  return { text: text + sentence.slice(at), groups };
}
