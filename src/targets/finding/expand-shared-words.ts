import { normalizeName } from '#targets/normalize-name.ts';
import type { Target } from '#targets/target.ts';
import type { TargetMention } from '#targets/target-mention.ts';
import { isProcessor, vocabulary } from '#targets/vocabulary.ts';

// Only sure names: a shared word must not make a target of an ordinary one.
const byName = new Map<string, Target>(
  vocabulary.flatMap((target) => [target.label, ...target.names].map((name) => [normalizeName(name), target] as const)),
);

const ENDING =
  /^(\s*[/&+]\s*|\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)((?:[a-z]{0,3}\d\w*(?:\.\w+)*\+?|zero)(?:[ -](?:bits?|w|b\+?|model b\+?)(?![\w]))*)/i;
// After "and", a number can be an amount ("Pi 3 and 4 screws"): only these may follow a model's number.
const ENDING_IS_OVER =
  /^\s*(?:$|[.,;:!?)\]/&]|(?:and|or|models?|boards?|devices?|systems?|processors?|cpus?|machines?|hosts?|images?|builds?|owners?|users?|is|are|in|with|on|too|as|at|both|support|computers?|servers?)(?!\w))/i;
const BEGINNING = /(?:^|[^\w.])((?:32|64)(?:[ -]?bits?)?)-?(?:\s*[/,&+]\s*|,?\s+(?:and|or|as well as|plus)\s+)$/i;
const REACH = 40;
const SHORTEST_SHARED = 2;

/** Adds the targets that share words with a neighbour: "32- and 64-bit Arm", "armv7/8", "Raspberry Pi 2 and 3". */
export function expandSharedWords(text: string, mentions: readonly TargetMention[]): TargetMention[] {
  const expanded: TargetMention[] = [];
  for (const mention of mentions) {
    const last = expanded.at(-1);
    // What an ending has taken already ("Pi 2/3" then "3 …") is not read twice.
    if (last !== undefined && mention.start < last.end) continue;
    const beginning = findSharedEnd(text, mention);
    if (beginning !== undefined && beginning.start >= (last?.end ?? 0)) expanded.push(beginning);
    expanded.push(mention);
    for (let from = findSharedStart(text, mention); from !== undefined; from = findSharedStart(text, from))
      expanded.push(from);
  }
  return expanded;
}

// "armv7/8": the next part takes the first letters of this one.
function findSharedStart(text: string, mention: TargetMention): TargetMention | undefined {
  const match = ENDING.exec(text.slice(mention.end, mention.end + REACH));
  const [all = '', gap = '', part = ''] = match ?? [];
  if (match === null) return undefined;
  const start = mention.end + gap.length;
  const isList = /^\s*[/&+]/.test(gap);
  if (!isList && !ENDING_IS_OVER.test(text.slice(mention.end + all.length, mention.end + all.length + REACH)))
    return undefined;
  const base = normalizeName(byText(mention));
  for (let shared = base.length - 1; shared >= SHORTEST_SHARED; shared--) {
    const target = byName.get(base.slice(0, shared) + normalizeName(part));
    if (target !== undefined && target.kind === mention.target.kind) return place(text, target, start, part.length);
    // "arm32 and 64" are a family and an architecture.
    if (target !== undefined && isProcessor(target) && isProcessor(mention.target))
      return place(text, target, start, part.length);
  }
  return undefined;
}

// "32- and 64-bit Arm": the part before takes the last letters of this one.
function findSharedEnd(text: string, mention: TargetMention): TargetMention | undefined {
  const from = Math.max(0, mention.start - REACH);
  const part = BEGINNING.exec(text.slice(from, mention.start))?.[1];
  if (part === undefined) return undefined;
  const base = normalizeName(byText(mention));
  const start = text.lastIndexOf(part, mention.start - 1);
  for (let shared = base.length - 1; shared >= SHORTEST_SHARED; shared--) {
    const target = byName.get(normalizeName(part) + base.slice(base.length - shared));
    if (target !== undefined && target !== mention.target) return place(text, target, start, part.length);
  }
  return undefined;
}

// A later part in a chain ("Pi 2/3/4") is only "3" in the text: its label has the letters to share.
const byText = ({ words, target }: TargetMention) => (/[a-z]{2}/i.test(words) ? words : target.label);

function place(text: string, target: Target, start: number, length: number): TargetMention {
  return { target, start, end: start + length, words: text.slice(start, start + length) };
}
