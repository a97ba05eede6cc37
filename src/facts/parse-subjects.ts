import * as v from 'valibot';
import type { ContentProblem } from '#newsletter/issue.ts';
import type { Subject } from './fact.ts';
import { checkEntry, textOf, textsOf } from './list-schema.ts';
import { readYamlList } from './read-yaml-list.ts';

const subjectSchema = v.strictObject({
  name: textOf('name', 100),
  also: v.optional(textsOf('also', 100, 40), []),
  kind: v.optional(textsOf('kind', 60, 6), []),
  by: v.optional(textOf('by', 100)),
});

/** Reads the archive's list of subjects; a broken entry is left out and named, and a name belongs to whom it is given first. */
export function parseSubjects(file: string, text: string): { subjects: Subject[]; problems: ContentProblem[] } {
  const { entries, problems } = readYamlList(file, text);
  const lines = text.split(/\r\n|\n|\r/);
  const subjects: Subject[] = [];
  const owners = new Map<string, { name: string; line: number }>();
  for (const entry of entries) {
    const checked = checkEntry(subjectSchema, entry, { file, lines, severity: 'error' });
    problems.push(...checked.problems);
    if (checked.output === undefined) continue;
    const { name, also, kind, by } = checked.output;
    const own = [name, ...also].filter((one) => {
      const owner = owners.get(foldName(one));
      if (owner === undefined) owners.set(foldName(one), { name, line: entry.line });
      else if (owner.name !== name || one === name) {
        const message = `“${one}” is a name of “${owner.name}” in line ${owner.line} already`;
        problems.push({ file, line: entry.line, severity: 'error', message, remedy: 'give the name to one of them only' });
      }
      return owner === undefined;
    });
    if (own[0] === name) subjects.push({ name, also: own.slice(1), kind: kind.map((one) => one.toLowerCase()), by });
  }
  return { subjects, problems };
}

/** A name without letter case and separators, so that all its spellings are equal: "VS Code", "vscode"; "C++" stays itself. */
export function foldName(name: string): string {
  return name.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '');
}
