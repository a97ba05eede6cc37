import type { Understanding } from '#answering/question/understand-question.ts';
import type { Answer } from '#answering/wording/answer.ts';
import type { Target } from '#targets/target.ts';
import { isProcessor, vocabulary } from '#targets/vocabulary.ts';

const SAME =
  /\b(?:the )?same(?: thing)? as\b|\b(?:another|other|a different) (?:name|word) (?:for|of)\b|\b(?:are|is)\b.*\bthe same\b|\b(?:difference|differences) between\b|\bdiffer(?:s|ent)? from\b|\bequal to\b/i;
const WHAT =
  /^\W*(?:(?:hey|hi|so|ok|and|please)[,\s]+)*(?:what(?:'s|’s| is| are| does)|define|explain)\s+(?:an?\s+|the\s+)?$/i;
const MEANS = /^(?:\s+(?:mean|stand for|architecture|processor|cpu))?\W*$/i;
const SHOWN = 3;
// "32-bit Arm" tells something of armv7, "all architectures" does not.
const SMALL = 3;
const TELLING = 0.35;
const OF_NAMES = /^(?:same|differ\p{L}*|another|other|name|word|mean|thing|between|main|architectures?|processors?)$/iu;

/** Tells what a name of an architecture stands for here, and whether two are the same. Undefined for any other question. */
export function answerNames({ question, topics, words, unknownNames }: Understanding): Answer | undefined {
  const asked = topics.flatMap(({ target, named, words, start, end }) =>
    target !== undefined && isProcessor(target) && (named === undefined || named.kind.length === 0)
      ? [{ target, words, start, end }]
      : [],
  );
  if (asked.length === 0 || asked.length < topics.length || unknownNames.length > 0) return undefined;
  if (words.some(({ raw, isNamed, weight }) => !isNamed && weight > TELLING && !OF_NAMES.test(raw))) return undefined;
  const [one, other] = asked;
  const isWhat = one !== undefined && WHAT.test(question.slice(0, one.start)) && MEANS.test(question.slice(one.end));
  if (asked.length === 1 && isWhat) return tell(define(one.target, one.words), [one.target]);
  if (asked.length !== 2 || one === undefined || other === undefined || !SAME.test(question)) return undefined;
  return one.target === other.target
    ? tell(`Here ${one.words} and ${other.words} are two names of one thing, ${one.target.label}.`, [one.target])
    : tell(`${define(one.target, one.words)} ${define(other.target, other.words)}`, [one.target, other.target]);
}

function define({ label, names, members, id }: Target, typed: string): string {
  const name = typed.toLowerCase() === label.toLowerCase() ? label : `${typed} stands for ${label}, which`;
  if (members !== undefined) {
    const list = members.map((member) => vocabulary.find((one) => one.id === member)?.label ?? member);
    return `${name} is a family of architectures here: ${list.join(', ')}.`;
  }
  const family = vocabulary.find((one) => one.members?.includes(id) && one.members.length <= SMALL);
  const of = family === undefined ? '' : `, a member of ${family.label}`;
  const also = names.filter((other) => /^\w{1,9}$/.test(other) && other !== typed.toLowerCase()).slice(0, SHOWN);
  return `${name} is an architecture here${of}${also.length === 0 ? '' : `; other names of it: ${also.join(', ')}`}.`;
}

function tell(lead: string, targets: readonly Target[]): Answer {
  return {
    answered: true,
    verdict: undefined,
    lead,
    notes: [],
    list: undefined,
    citations: [],
    suggestions: targets.map(({ label }) => `what runs on ${label}?`),
    followUp: undefined,
  };
}
