import type { OptionKind } from '#commands/command-spec.ts';

/** Words that tell a sentence from a name: verbs, question words, pronouns, negations. */
const sentenceWords = new Set(
  `is are was were be been am do does did done can could will would shall should may might must has have had
  run runs running ran work works working worked support supports supported supporting need needs want wants
  what which who whom whose when where why how whether that this these those there it its they them their
  i me my mine we us our you your he she not no never yet any anyone anybody anything someone something
  because if then than but please thanks available released release ship ships shipped shipping say says said`.split(
    /\s+/,
  ),
);

/** Words that join names: in a search they are harmless, in a name they mean that more than a name was typed. */
const joiningWords = new Set(
  'a an the of on in at for with without to into from by via under over between about and or vs versus as'.split(' '),
);

/**
 * True when the text after a command word is a sentence and not what the option takes. The rule: what takes words must
 * hold no question mark and no sentence word; what takes a name, no joining word either. Quotes end all doubt.
 */
export function readsAsSentence(text: string, kind: OptionKind): boolean {
  if (kind === 'question' || isQuoted(text)) return false;
  if (kind === 'words' && text.includes('?')) return true;
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}'.+#-]+/u);
  return words.some((word) => {
    const bare = word.replace(/(?:'s|n't|'re|'ll|(?<![.'-])[.'-]+)$/u, '');
    return isSentenceWord(word) || isSentenceWord(bare) || (takesNames(kind) && joiningWords.has(bare));
  });
}

/** In a search, a schedule ("friday at noon") or a topic ("samba on arm64") joining words are harmless. */
function takesNames(kind: OptionKind): boolean {
  return kind !== 'words' && kind !== 'schedule' && kind !== 'topic';
}

/** True for a text that stands whole between two straight or curly quotes. */
export function isQuoted(text: string): boolean {
  return /^["“][^"“”]+["”]$/u.test(text);
}

function isSentenceWord(word: string): boolean {
  return sentenceWords.has(word) || word.endsWith("n't");
}
