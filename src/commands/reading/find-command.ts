import { type CommandName, commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import { isOrdinaryWord } from '#search/words/word-weight.ts';
import { measureEditDistance } from '#spelling/edit-distance.ts';

/** The command of that name in any letter case, with or without a leading slash or exclamation mark. */
export function findCommand(typed: string): (CommandSpec & { readonly name: CommandName }) | undefined {
  const name = normaliseCommandName(typed);
  return commandList.find((spec) => spec.name === name);
}

/** The command that a typing error away from this word, or undefined; the exact name is not a typing error. */
export function findNearCommand(typed: string): (CommandSpec & { readonly name: CommandName }) | undefined {
  const name = normaliseCommandName(typed);
  return commandList.find((spec) => isTypingErrorOf(name, spec.name));
}

function normaliseCommandName(typed: string): string {
  return typed.toLowerCase().replace(/^[/!]/, '').replace(/[:,]$/, '');
}

/** Names this short are one letter away from too many real words ("ask": "arm", "as", "task"). */
const MIN_GUESSABLE_LETTERS = 4;

/** One letter wrong, missing, doubled or swapped with its neighbour. A plural is another word, not an error, and so is "patch". */
function isTypingErrorOf(typed: string, name: string): boolean {
  return (
    name.length >= MIN_GUESSABLE_LETTERS &&
    typed !== `${name}s` &&
    // Hardly anybody misses the first letter and hits a word.
    (typed[0] === name[0] || !isOrdinaryWord(typed)) &&
    measureEditDistance(typed, name, 1) === 1
  );
}
