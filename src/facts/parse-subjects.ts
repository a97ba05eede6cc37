import * as v from 'valibot';
import type { ContentProblem } from '#newsletter/issue.ts';
import type { Subject } from './fact.ts';
import { foldName } from './fold-name.ts';
import { checkEntry, lineOfField, textOf, textsOf } from './list-schema.ts';
import { readYamlList } from './read-yaml-list.ts';

// One list is of a whole archive: this many are of a hundred times as many issues as ours.
const MAX_CHARACTERS = 8_000_000;

const subjectSchema = v.strictObject({
  name: textOf('name', 100),
  also: v.optional(textsOf('also', 100, 40), []),
  kind: v.optional(textsOf('kind', 60, 6), []),
  by: v.optional(textOf('by', 100)),
});

/** Reads the archive's list of subjects; a broken entry is left out and named, and a name belongs to whom it is given first. */
export function parseSubjects(file: string, text: string): { subjects: Subject[]; problems: ContentProblem[] } {
  const { entries, problems } = readYamlList(file, text, MAX_CHARACTERS);
  const lines = text.split(/\r\n|\n|\r/);
  const subjects: Subject[] = [];
  const owners = new Map<string, { name: string; line: number }>();
  for (const entry of entries) {
    const checked = checkEntry(subjectSchema, entry, { file, lines, severity: 'error' });
    problems.push(...checked.problems);
    if (checked.output === undefined) continue;
    const { name, also, kind, by } = checked.output;
    if (!claim(name, 'name', '; this entry is left out')) continue;
    const others = also.filter((one) => claim(one, 'also', ''));
    subjects.push({ name, also: others, kind: kind.map((one) => one.toLowerCase()), by });

    function claim(one: string, field: string, result: string): boolean {
      const owner = owners.get(foldName(one));
      if (owner === undefined) owners.set(foldName(one), { name, line: entry.line });
      else if (owner.line !== entry.line) {
        const message = `“${one}” is a name of “${owner.name}” in line ${owner.line} already${result}`;
        const line = lineOfField(lines, entry.line, field);
        problems.push({ file, line, severity: 'error', message, remedy: 'give the name to one of them only' });
      }
      return owner === undefined;
    }
  }
  return { subjects, problems };
}
