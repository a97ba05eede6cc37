import type { FactStatus } from '#facts/fact.ts';

/** A form of sentence that says plainly how a subject stands on targets. */
export interface StatusRule {
  readonly status: FactStatus;
  /** What the form is for. */
  readonly purpose: string;
  /** A sentence that has the form, and that no other rule reads. */
  readonly example: string;
  /** SUBJECT is what the statement is about, TARGETS a list of targets; it must match from the sentence's beginning. */
  readonly form: RegExp;
}

// A name: up to six words without a verb, begun by a capital or a digit, or by "the" and a word with one.
const SUBJECT = String.raw`(?:the |a |an |both )?(?<subject>(?:(?:[\p{Ll}-]+ ){0,2})[\p{Lu}\p{N}][\p{L}\p{N}.+#/'’-]*(?: (?!(?:is|are|was|does|do|has|have|now|also|already|currently|will|can|cannot|and|which|that|on|for)\b)[\p{L}\p{N}.+#'’()-]+){0,5}?)`;
const TARGETS = String.raw`(?:the |a |an |all |both |any )*@(?<targets>\d+)@`;
const NOW = String.raw`(?: now| also| already| currently| officially| natively| fully)*`;
const NOT = String.raw`(?:do(?:es)? not|do(?:es)?n['’]t|cannot|can['’]t|will not|won['’]t|did not)(?: yet| currently| officially)?`;
const THING = String.raw`(?:versions?|builds?|binar(?:y|ies)|ports?|releases?|packages?|images?|installers?|clients?|agents?|drivers?|support)`;

const form = (text: string) => new RegExp(`^${text}`, 'iu');

/** Read in this order; the first that fits decides. Each earns its place by its example. */
export const statusRules: readonly StatusRule[] = [
  {
    status: 'no',
    purpose: 'it is said not to run or to be supported there',
    example: 'Foodb does not run on armv6.',
    form: form(String.raw`${SUBJECT} ${NOT} (?:run|work|boot|build|start|compile|support)(?: on| under| in| for)? ${TARGETS}`),
  },
  {
    status: 'no',
    purpose: 'it is said not to be there',
    example: 'There is no Foodb for Windows.',
    form: form(String.raw`there (?:is|are) (?:currently |still )?no ${SUBJECT} (?:for|on) ${TARGETS}`),
  },
  {
    status: 'no',
    purpose: 'it is said to be unavailable or unsupported',
    example: 'Foodb is not yet available for armv7.',
    form: form(String.raw`${SUBJECT} (?:is|are) not(?: yet| currently| officially)? (?:available|supported|released|packaged|ready) (?:for|on|in|under) ${TARGETS}`),
  },
  {
    status: 'no',
    purpose: 'it has been dropped',
    example: 'Support for armv6 was removed from Foodb 2.0.',
    form: form(String.raw`support for ${TARGETS} (?:was|has been|is|will be) (?:removed|dropped) (?:from|in|by) ${SUBJECT}(?=[.,;]|$)`),
  },
  {
    status: 'no',
    purpose: 'its maker drops it',
    example: 'Foodb drops support for armv6.',
    form: form(String.raw`${SUBJECT} (?:drops|dropped|has dropped|no longer supports|stops supporting)(?: support for)? ${TARGETS}`),
  },
  {
    status: 'planned',
    purpose: 'it is promised',
    example: 'Foodb will run on arm64.',
    form: form(String.raw`${SUBJECT} will(?: soon| then| also)? (?:run on|work on|support|come to|be (?:available|released|supported|ported) (?:for|on|to)) ${TARGETS}`),
  },
  {
    status: 'planned',
    purpose: 'it is said to be planned or expected',
    example: 'Foodb for arm64 is planned.',
    form: form(String.raw`(?:support for )?${SUBJECT} (?:for|on) ${TARGETS} (?:is|are) (?:planned|expected|coming|due)\b`),
  },
  {
    status: 'in-progress',
    purpose: 'it is being ported',
    example: 'Foodb is being ported to arm64.',
    form: form(String.raw`${SUBJECT} (?:is|are)(?: now| currently)? being (?:ported|brought) to ${TARGETS}`),
  },
  {
    status: 'in-progress',
    purpose: 'the work on it is said to be unfinished',
    example: 'The port of Foodb to arm64 is in progress.',
    form: form(String.raw`(?:the |a )?(?:port of|work on) ${SUBJECT} (?:to|for|on) ${TARGETS} (?:is|are)(?: still)? (?:in progress|under ?way|unfinished|not (?:yet )?(?:finished|complete|done))`),
  },
  {
    status: 'yes',
    purpose: 'it runs there',
    example: 'Foodb 2.0 runs on arm64.',
    form: form(String.raw`${SUBJECT}${NOW} (?:runs?|works?|boots?|builds?)${NOW}(?: well| fine)? (?:on|under) ${TARGETS}`),
  },
  {
    status: 'yes',
    purpose: 'it is to be had there',
    example: 'Foodb is now available for arm64.',
    form: form(String.raw`${SUBJECT} (?:is|are)${NOW} (?:available|supported|released|packaged|shipping) (?:for|on) ${TARGETS}`),
  },
  {
    status: 'yes',
    purpose: 'it supports the target',
    example: 'Foodb now supports arm64.',
    form: form(String.raw`${SUBJECT}${NOW} (?:supports?|has support for|have support for|added support for|adds support for) ${TARGETS}`),
  },
  {
    status: 'yes',
    purpose: 'something of it is made for the target',
    example: 'Foodb has a new installer for Windows.',
    form: form(String.raw`${SUBJECT}${NOW} (?:has|have|comes with|ships)${NOW} (?:an? |the |its )?(?:\w+ ){0,2}${THING} for ${TARGETS}`),
  },
  {
    status: 'yes',
    purpose: 'it has been ported',
    example: 'Foodb has been ported to arm64.',
    form: form(String.raw`${SUBJECT} (?:has|have) been ported to ${TARGETS}`),
  },
];
