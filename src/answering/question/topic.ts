import type { Named } from '#search/reading/names.ts';
import type { Target } from '#targets/target.ts';

/** Something that a question names: a subject of the archive, a target, or both ("Raspberry Pi"). */
export interface Topic {
  readonly words: string;
  readonly named: Named | undefined;
  readonly target: Target | undefined;
  /** Tokens `from` to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** The same as places in the question; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where something is to run, rather than what is. */
  readonly isPlace: boolean;
  /** An everyday word that is also a name ("go"), in small letters: it may mean the word. */
  readonly isDoubtful: boolean;
  /** Named only to say what is not meant: "instead of Foodb", "from my x86 laptop", "or is it x86 only". */
  readonly isAside: boolean;
  /** Named in what is told around the question. */
  readonly isStory: boolean;
  /** A place that is told of, and that the question goes back to: one of these must fit. */
  readonly isNeeded: boolean;
}

const hardwareWords = new Set([
  'board',
  'single-board computer',
  'laptop',
  'device',
  'processor',
  'soc',
  'chip',
  'phone',
  'server',
]);

/** A board, a processor, a device: what others run on. */
export const isHardware = ({ named, target, isStory }: Topic) =>
  !isStory && (target?.kind === 'device' || (named?.kind.some((kind) => hardwareWords.has(kind)) ?? false));

/** What a conversation is about, so that "what about arm64?" needs no subject of its own. */
export interface FollowUp {
  /** The last question that named a subject, made whole. */
  readonly question: string;
  /** The subject's name. */
  readonly subject: string;
}
