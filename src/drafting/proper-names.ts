import { monthNames } from '#newsletter/days/format-day.ts';

// "Work in progress: Foodb on arm64 (Jane Doe)" → "Foodb": what stands before the heading's comment on it.
const LABEL = /^(?:[\p{L}/ ]{3,30}):\s+/u;
const ASIDE = /(?<!\s)\s*\([^()]*\)\s*/g;
const TAIL =
  /(?:,\s|\s[-–—|]\s|\s(?:on|for|to|at|in|from|with|via|now|is|are|was|gets?|adds?|released?|announces?|announced|announcement|support(?:s|ed)?|port|ported|release|update|available|availability|runs?|running|works?|comes?|gains?|drops?|lands?|has|have|had|can|will|would)\b).*$/iu;

/** The name of what a heading is about: the heading itself, less its label, asides and what it tells of the subject. */
export function nameSubject(heading: string): string {
  const plain = heading.replace(ASIDE, ' ').trim() || heading;
  const unlabelled = plain.replace(LABEL, '') || plain;
  return unlabelled.replace(TAIL, '').trim() || unlabelled;
}

const RUN = /(?<=[\p{L}\p{N},;:)"”’] )(?:\p{Lu}[\p{L}\p{N}.+#/-]*)(?: (?:& )?(?:\p{Lu}|\d)[\p{L}\p{N}.+#/-]*){0,3}/gu;
const MAX_NAMES = 8;
// Written with a capital wherever they stand, or where a clause begins.
const NO_NAME =
  /^(?:I|A|An|The|This|That|These|Those|It|Its|He|She|We|You|They|There|In|On|At|And|But|For|From|With|By|As|Is|Are|If|Not|Our|Their|His|Her|My|Your|What|When|Where|Who|How|Here)$/;

const MONTH = new RegExp(String.raw`^(?:${monthNames.join('|')})(?: \d{1,4})?$`);

/** Runs of capitalised words inside a sentence: what it may be about. The first word is capitalised whatever it is. */
export function findProperNames(sentence: string): string[] {
  const names = (sentence.match(RUN) ?? [])
    .map((name) => name.replace(/(?<![.,/-])[.,/-]+$/, ''))
    .filter((name) => !NO_NAME.test(name) && !MONTH.test(name));
  return [...new Set(names)].slice(0, MAX_NAMES);
}
