import { meetsConditions } from '#targets/name-conditions.ts';
import type { TargetMention } from '#targets/target-mention.ts';
import { notTargets, vocabulary } from '#targets/vocabulary.ts';
import { expandSharedWords } from './expand-shared-words.ts';
import { buildNameTrie, normalizeCase } from './name-trie.ts';
import { isWordCharacter, walkNames } from './walk-names.ts';

interface Candidate extends TargetMention {
  /** Accepted only if it turns out to stand in a list with another target. */
  readonly isPending: boolean;
}

const trie = buildNameTrie(vocabulary, notTargets);
const LIST_GAP =
  /^['’]?(?:\s*[,/&+;|(]\s*(?:(?:and|or|both)\s+)?|\s+(?:and|or|nor|vs\.?|versus|as well as|plus)\s+)(?:ibm\s+|the\s+)?$/i;
const LONGEST_GAP = 24;

/** Every target that the text names, the longest name at each place, in the order of the text. */
export function matchTargets(text: string, isQuestion: boolean): TargetMention[] {
  const masked = maskAddresses(text);
  const candidates: Candidate[] = [];
  for (let at = 0; at < masked.length; at++) {
    if (!isWordCharacter(masked, at) || isWordCharacter(masked, at - 1) || masked[at - 1] === '@') continue;
    const step = matchAt(text, masked, at, isQuestion);
    if (step === undefined) continue;
    if (step.candidate !== undefined) candidates.push(step.candidate);
    at = step.end - 1;
  }
  if (candidates.length === 0) return [];
  return expandSharedWords(text, settlePending(text, candidates));
}

function matchAt(text: string, masked: string, start: number, isQuestion: boolean) {
  for (const { known, end } of walkNames(trie, masked, start)) {
    const words = text.slice(start, end);
    if (known.target === undefined) {
      if (known.exactly === undefined || normalizeCase(words).startsWith(known.exactly)) return { end };
      continue;
    }
    const candidate = { target: known.target, start, end, words, isPending: false };
    if (known.onlyWhen === undefined) return { end, candidate };
    const place = { text, start, end, isQuestion, isListed: false };
    if (meetsConditions(known.onlyWhen, place)) return { end, candidate };
    if (meetsConditions(known.onlyWhen, { ...place, isListed: true }))
      return { end, candidate: { ...candidate, isPending: true } };
  }
  return undefined;
}

// "ARM, Power and Intel": a doubtful name is sure when a sure one stands beside it, from the left or from the right.
function settlePending(text: string, candidates: readonly Candidate[]): TargetMention[] {
  const isSure = candidates.map(({ isPending }) => !isPending);
  const settle = (here: number, beside: number, gapFrom: number, gapTo: number) => {
    if (isSure[here] || !isSure[beside] || gapTo - gapFrom > LONGEST_GAP) return;
    isSure[here] = LIST_GAP.test(text.slice(gapFrom, gapTo));
  };
  for (let here = 1; here < candidates.length; here++)
    settle(here, here - 1, candidates[here - 1]?.end ?? 0, candidates[here]?.start ?? 0);
  for (let here = candidates.length - 2; here >= 0; here--)
    settle(here, here + 1, candidates[here]?.end ?? 0, candidates[here + 1]?.start ?? 0);
  return candidates
    .filter((_, place) => isSure[place])
    .map(({ target, start, end, words }) => ({ target, start, end, words }));
}

// One run of characters that an address can begin with, and all that a slash brings after it: linear, whatever the text.
const RUN = /[\w.@+:-]+(?:\/[^\s<>"]*)?/g;
const DOMAIN = /\.(?:com|org|net|io|dev|edu|gov|info|au|uk|de|fr|jp|eu|co|ly|me|ai|cloud|tech)(?::\d{1,5})?[.:]?$/i;

/** The text with every address blotted out by as many null characters, so that all places stay the same. */
function maskAddresses(text: string): string {
  // Most sentences hold none, and then nothing need be built.
  if (!/[.@:][^\s]/.test(text)) return text;
  return text.replace(RUN, (run) => (isAddress(run) ? '\0'.repeat(run.length) : run));
}

// A name inside an address is no statement: https://arm.com/windows, www.arm.com, mac@example.org, docs.debian.org.
function isAddress(run: string): boolean {
  const slash = run.indexOf('/');
  const head = slash < 0 ? run : run.slice(0, slash);
  if (head.endsWith(':') && run.startsWith('//', slash)) return true;
  const at = head.indexOf('@');
  return /^www\./i.test(head) || (at > 0 && head.includes('.', at)) || DOMAIN.test(head.slice(-24));
}
