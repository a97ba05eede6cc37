import type { FactStatus } from '#facts/fact.ts';

/** A form of sentence that says plainly how a subject stands on targets. */
export interface StatusRule {
  readonly status: FactStatus;
  /** What the form is for. */
  readonly purpose: string;
  /** A sentence that has the form, and that no other rule reads. */
  readonly example: string;
  /** SUBJECT is what the statement is about, TARGETS a list of targets; it must match from the sentence's beginning. Made when first asked for: most starts read no sentence by it. */
  readonly form: () => RegExp;
}

// Words that begin a sentence and name nothing, or bend what follows.
const NOT_FIRST = String.raw`(?!(?:The|An?|It|This|That|These|Those|They|We|You|I|He|She|Who|What|Which|There|Here|All|Both|Some|Most|Many|Few|Any\p{Ll}*|Every\p{Ll}*|No|None|Nobody|Nothing|Neither|Nor|Not|Never|Hardly|Almost|Only|When\p{Ll}*|Where\p{Ll}*|While|If|As|Since|Because|Although|Though|Once|Until|After|Before|Soon|In|By|At|On|For|From|With|Without|To|Of|How|Why|Is|Are|Do|Does|Did|Can|Could|Will|Would|Should|Has|Have|See|Watch|Look|Let|Get|Make|Use|And|But|Or|So)\b)`;
// Words that stand in no name: verbs, adverbs, what joins clauses. A past tense has another subject ("Acme showed Foodb …").
const IN_NAME = String.raw`(?!(?:is|are|was|were|does|do|did|has|have|had|be|been|being|now|also|already|currently|still|yet|soon|once|then|never|no|not|nor|or|but|and|will|would|can|cannot|could|should|may|might|must|which|that|who|what|whose|where|when|if|because|on|for|to|the|an?|its|their|his|her|led|told|said|says?|shows?|reports?|claims?|hopes?|thinks?|finds?|found|made|makes?|lets?|wrote|writes?|fails?|\p{Ll}+ed|\p{Ll}+ly)\b|\S*n['’]t\b)`;
// A name: up to six words without a verb, begun by one with a capital or a digit ("7foo"), or by up to three others and such a one.
const SUBJECT = String.raw`(?:[Tt]he |[Aa]n? )?${NOT_FIRST}(?<subject>(?:${IN_NAME}[\p{Ll}-]+ ){0,3}\p{Ll}*[\p{Lu}\p{N}][\p{L}\p{N}.+#/'’-]*(?: ${IN_NAME}[\p{L}\p{N}.+#'’()-]+){0,5}?)`;
const TARGETS = String.raw`(?:the |a |an |all |both |any )*@(?<targets>\d+)@`;
// "works on arm64 support", "supports arm64 packages": not the target itself.
const ITSELF = String.raw`(?! (?:support|ports?|porting|builds?|packages?|images?|binaries|patches|code|kernels?|drivers?|compatibility|emulation|optimi[sz]ations?)\b)`;
const NOW = `(?: now| also| already| currently| officially| natively| fully| newly)*`;
// Of several only ("Foodb images run on …"): else it is a noun or an order ("the Foodb work on …").
const RUNS = `(?:runs|works|boots|builds|(?<=s${NOW} )(?:run|work|boot|build))`;
const NOT = `(?:do(?:es)? not|do(?:es)?n['’]t|cannot|can['’]t|will not|won['’]t|did not)(?: yet| currently| officially)?`;
const THING = `(?:versions?|builds?|binar(?:y|ies)|ports?|releases?|packages?|images?|installers?|clients?|agents?|drivers?|support)`;

// Capitals tell a name from a verb: "Works on Arm" is one.
const form = (text: string) => {
  let compiled: RegExp | undefined;
  return () => (compiled ??= new RegExp(`^${text}`, 'u'));
};

/** Read in this order; the first that fits decides. Each earns its place by its example. */
export const statusRules: readonly StatusRule[] = [
  {
    status: 'no',
    purpose: 'it is said not to run or to be supported there',
    example: 'Foodb does not run on armv6.',
    form: form(`${SUBJECT} ${NOT} (?:support|(?:run|work|boot|build|start|compile) (?:on|under|in|for)) ${TARGETS}`),
  },
  {
    status: 'no',
    purpose: 'it is said not to be there',
    example: 'There is no Foodb for Windows.',
    form: form(`[Tt]here (?:is|are) (?:currently |still )?no ${SUBJECT} (?:for|on) ${TARGETS}`),
  },
  {
    status: 'no',
    purpose: 'it is said to be unavailable or unsupported',
    example: 'Foodb is not yet available for armv7.',
    form: form(
      `${SUBJECT} (?:is|are) not(?: yet| currently| officially)? (?:available|supported|released|packaged|ready) (?:for|on|in|under) ${TARGETS}`,
    ),
  },
  {
    status: 'no',
    purpose: 'it has been dropped',
    example: 'Support for armv6 was removed from Foodb 2.0.',
    form: form(
      `[Ss]upport for ${TARGETS} (?:was|has been|is|will be) (?:removed|dropped) (?:from|in|by) ${SUBJECT}(?=[.,;]|$)`,
    ),
  },
  {
    status: 'no',
    purpose: 'its maker drops it',
    example: 'Foodb drops support for armv6.',
    form: form(
      `${SUBJECT} (?:drops|dropped|has dropped|no longer supports|stops supporting)(?: support for)? ${TARGETS}`,
    ),
  },
  {
    status: 'planned',
    purpose: 'it is promised',
    example: 'Foodb will support arm64.',
    // Not "will run on": of what is out, that is said as well.
    form: form(
      `${SUBJECT} will(?: soon (?:run|work) on|(?: soon| then| also)? (?:support|come to|be (?:available|released|supported|ported) (?:for|on|to))) ${TARGETS}`,
    ),
  },
  {
    status: 'planned',
    purpose: 'it is said to be planned or expected',
    example: 'Foodb for arm64 is planned.',
    form: form(
      String.raw`(?:[Ss]upport for )?${SUBJECT} (?:for|on) ${TARGETS} (?:is|are) (?:planned|expected|coming|due)\b`,
    ),
  },
  {
    status: 'in-progress',
    purpose: 'it is being ported',
    example: 'Foodb is being ported to arm64.',
    form: form(`${SUBJECT} (?:is|are)(?: now| currently)? being (?:ported|brought) to ${TARGETS}`),
  },
  {
    status: 'in-progress',
    purpose: 'the work on it is said to be unfinished',
    example: 'The port of Foodb to arm64 is in progress.',
    form: form(
      `(?:[Tt]he |[Aa] )?(?:[Pp]ort of|[Ww]ork on) ${SUBJECT} (?:to|for|on) ${TARGETS} (?:is|are)(?: still)? (?:in progress|under ?way|unfinished|not (?:yet )?(?:finished|complete|done))`,
    ),
  },
  {
    status: 'yes',
    purpose: 'it runs there',
    example: 'Foodb 2.0 runs on arm64.',
    form: form(`${SUBJECT}${NOW} ${RUNS}${NOW}(?: well| fine)? (?:on|under) ${TARGETS}${ITSELF}`),
  },
  {
    status: 'yes',
    purpose: 'it is to be had there',
    example: 'Foodb is now available for arm64.',
    form: form(`${SUBJECT} (?:is|are)${NOW} (?:available|supported|released|packaged|shipping) (?:for|on) ${TARGETS}`),
  },
  {
    status: 'yes',
    purpose: 'it supports the target',
    example: 'Foodb now supports arm64.',
    form: form(
      `${SUBJECT}${NOW} (?:supports?|has support for|have support for|added support for|adds support for) ${TARGETS}${ITSELF}`,
    ),
  },
  {
    status: 'yes',
    purpose: 'something of it is made for the target',
    example: 'Foodb has a new installer for Windows.',
    form: form(
      String.raw`${SUBJECT}${NOW} (?:has|have|comes with|ships)${NOW} (?:an? |the |its )?(?:(?!(?:no|not|never|neither|nor|little|hardly|few|zero)\b)\w+ ){0,2}${THING} for ${TARGETS}`,
    ),
  },
  {
    status: 'yes',
    purpose: 'it has been ported',
    example: 'Foodb has been ported to arm64.',
    form: form(`${SUBJECT} (?:has|have) been ported to ${TARGETS}`),
  },
];
