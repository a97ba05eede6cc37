/** A part of a document that is generated: what stands between `<!-- record NAME -->` and `<!-- end NAME -->`. */
export interface Section {
  readonly name: string;
  readonly markdown: string;
}

/** The document with these sections written anew and all else as it was; throws where a section's marks are missing. */
export function recordSections(document: string, sections: readonly Section[]): string {
  return sections.reduce(replaceSection, document);
}

function replaceSection(document: string, { name, markdown }: Section): string {
  const [begin, end] = [`<!-- record ${name} -->`, `<!-- end ${name} -->`];
  const [before, rest, ...again] = document.split(begin);
  const [inside, after, ...ends] = rest?.split(end) ?? [];
  if (before === undefined || inside === undefined || after === undefined || again.length + ends.length > 0) {
    throw new Error(`Expected one line "${begin}" and one line "${end}" after it in the document: put them in.`);
  }
  return `${before}${begin}\n${markdown}\n${end}${after}`;
}
