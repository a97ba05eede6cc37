import { findCommand } from '#commands/reading/find-command.ts';
import { listUsableCommands } from '#commands/reading/list-usable-commands.ts';
import { chatSurface, type Surface } from '#commands/surface.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { completeCommandName, completeOption } from './option.ts';

/** What can follow in a half-typed line: each candidate takes the place of `replaced`, the end of the line. */
export interface LineCompletion {
  readonly replaced: string;
  readonly candidates: readonly string[];
}

const MAX_CANDIDATES = 25;

/** Completes a command's name, its option, or a name at the end of a question. */
export function completeLine(line: string, snapshot: Snapshot, surface: Surface = chatSurface): LineCompletion {
  const typed = line.trimStart();
  const blank = typed.indexOf(' ');
  if (blank < 0) {
    const commands = completeCommandName(typed, surface).map((name) => (name in surface.ownWords ? name : `${name} `));
    if (commands.length > 0) return { replaced: typed, candidates: commands };
    return complete('question', typed, snapshot, surface);
  }
  const spec = findCommand(typed.slice(0, blank));
  const option =
    spec && listUsableCommands(surface).some(({ name }) => name === spec.name) ? spec.options.at(-1) : undefined;
  if (option === undefined) return complete('question', typed, snapshot, surface);
  return complete(option.kind, typed.slice(blank + 1).trimStart(), snapshot, surface);
}

function complete(
  kind: Parameters<typeof completeOption>[0],
  typed: string,
  snapshot: Snapshot,
  surface: Surface,
): LineCompletion {
  const values = completeOption(kind, typed, snapshot, MAX_CANDIDATES, surface).map(({ value }) => value);
  if (kind !== 'question' && kind !== 'topic') {
    // A key that completes goes on as far as all candidates agree: what is only spelt alike would end that at once.
    const begun = values.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase()));
    return { replaced: typed, candidates: begun.length > 0 ? begun : values };
  }
  // Only the part that changes is offered, so that a list of candidates does not repeat the question.
  const kept = typed.slice(0, typed.lastIndexOf(' ') + 1);
  return values.every((value) => value.startsWith(kept))
    ? { replaced: typed.slice(kept.length), candidates: values.map((value) => value.slice(kept.length)) }
    : { replaced: typed, candidates: values };
}
