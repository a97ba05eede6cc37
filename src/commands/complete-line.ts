import type { Snapshot } from '#search/snapshot.ts';
import { completeCommandName, completeOption } from './complete-option.ts';
import { findCommand } from './find-command.ts';

/** What can follow in a half-typed line: each candidate takes the place of `replaced`, the end of the line. */
export interface LineCompletion {
  readonly replaced: string;
  readonly candidates: readonly string[];
}

const maxCandidates = 25;

/** Completes a command's name, its option, or a name at the end of a question. */
export function completeLine(line: string, snapshot: Snapshot): LineCompletion {
  const typed = line.trimStart();
  const blank = typed.indexOf(' ');
  if (blank < 0) {
    const commands = completeCommandName(typed).map((name) => `${name} `);
    if (commands.length > 0) return { replaced: typed, candidates: commands };
    return complete('question', typed, snapshot);
  }
  const option = findCommand(typed.slice(0, blank))?.options.at(-1);
  if (option === undefined) return complete('question', typed, snapshot);
  return complete(option.kind, typed.slice(blank + 1).trimStart(), snapshot);
}

function complete(kind: Parameters<typeof completeOption>[0], typed: string, snapshot: Snapshot): LineCompletion {
  const values = completeOption(kind, typed, snapshot, maxCandidates).map(({ value }) => value);
  if (kind !== 'question') return { replaced: typed, candidates: values };
  // Only the part that changes is offered, so that a list of candidates does not repeat the question.
  const kept = typed.slice(0, typed.lastIndexOf(' ') + 1);
  return values.every((value) => value.startsWith(kept))
    ? { replaced: typed.slice(kept.length), candidates: values.map((value) => value.slice(kept.length)) }
    : { replaced: typed, candidates: values };
}
