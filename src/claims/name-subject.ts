// "Work in progress: Foo on arm64 (Jane Doe)" → "Foo": what stands before the heading's comment on it.
const LABEL = /^(?:[\p{L}/ ]{3,30}):\s+/u;
const ASIDE = /\s*\([^()]*\)\s*/g;
const TAIL =
  /(?:,\s|\s[-–—|]\s|\s(?:on|for|to|at|in|from|with|via|now|is|are|was|gets?|adds?|released?|announces?|announced|announcement|support(?:s|ed)?|port|ported|release|update|available|availability|runs?|running|works?|comes?|gains?|drops?|lands?|loses?|moves?|learns?|reach(?:es|ed)|goes|going|plans?|wants?|turns?|takes?|arrives?|joins?|starts?|stops?|says?|has|have|had|can|will|would)\b).*$/iu;

/** The name of what a heading is about: the heading itself, less its label, asides and what it tells of the subject. */
export function nameSubject(heading: string): string {
  const plain = heading.replace(ASIDE, ' ').trim() || heading;
  const unlabelled = plain.replace(LABEL, '') || plain;
  const name = unlabelled.replace(TAIL, '').trim();
  return name || unlabelled;
}
