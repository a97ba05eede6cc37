import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import { findCommand, findNearCommand } from '#commands/reading/find-command.ts';
import { isSubject } from '#commands/reading/is-subject.ts';
import { listUsableCommands } from '#commands/reading/list-usable-commands.ts';
import { chatSurface, type Surface } from '#commands/surface.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import { fillExamples, findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Help on everything, or on one command. */
export function runHelpCommand(argument: string, context: CommandContext): CommandOutcome {
  const { snapshot, surface = chatSurface } = context;
  return { reply: argument === '' ? composeOverview(snapshot, surface) : explain(argument, surface, snapshot) };
}

/** The one word behind "help" that is neither a command nor anything that the archive knows. */
export function findWordToExplain(question: string, snapshot: Snapshot): string | undefined {
  const word = /^[/!]?help +([^ ]+)$/i.exec(question)?.[1]?.replace(/(?<![?!.])[?!.]+$/, '');
  return word === undefined || isSubject(word, snapshot) ? undefined : word;
}

function explain(word: string, surface: Surface, snapshot: Snapshot): Reply {
  const spec = findCommand(word);
  if (spec !== undefined) return composeCommandHelp(spec, snapshot);
  const own = surface.ownWords[word.toLowerCase()];
  if (own !== undefined) return composeNotice(`${word.toLowerCase()}: ${own}`);
  const near = findNearCommand(word);
  const shown = near ? [`help ${near.name}`, 'help'] : ['help', `search ${word}`];
  return composeNotice(`There is no command “${word}”.`, shown);
}

/** How one command is typed, with examples. */
export function composeCommandHelp(spec: CommandSpec, snapshot: Snapshot): Reply {
  const examples = fillExamples(spec, snapshot);
  return {
    blocks: [
      { kind: 'lead', text: `${describeUsage(spec)}: ${spec.description}`, verdict: undefined },
      ...(spec.options.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              title: 'Takes',
              items: spec.options.map(
                ({ name, description, isRequired }) =>
                  `${name}: ${description}${isRequired ? '' : ' Can be left out.'}`,
              ),
            },
          ]),
      ...(spec.notes ?? []).map((text) => ({ kind: 'text' as const, text })),
      { kind: 'suggestions', title: examples.length === 1 ? 'Example' : 'Examples', questions: examples },
    ],
    audience: 'private',
  };
}

function composeOverview(snapshot: Snapshot, surface: Surface): Reply {
  const commands = listUsableCommands(surface);
  return {
    blocks: [
      { kind: 'lead', text: 'Ask in your own words what runs on Arm, or use a command.', verdict: undefined },
      {
        kind: 'table',
        title: 'Commands',
        columns: ['Type', 'To'],
        rows: [...commands.map((spec) => [describeUsage(spec), spec.description]), ...Object.entries(surface.ownWords)],
      },
      {
        kind: 'suggestions',
        title: 'Examples',
        // Each of them works on this archive, whatever is in it.
        questions: [...findExampleQuestions(snapshot, 2), ...listStandingAlone(commands)],
      },
    ],
    audience: 'private',
  };
}

/** Whole lines that show something and change nothing. */
function listStandingAlone(commands: readonly CommandSpec[]): string[] {
  return commands
    .filter(({ name, options, hasEffect }) => name !== 'help' && !hasEffect && options.every((one) => !one.isRequired))
    .map(({ name }) => name);
}

/** `status <subject>`, `help [command]`. */
function describeUsage(spec: CommandSpec): string {
  const options = spec.options.map(({ name, isRequired }) => (isRequired ? `<${name}>` : `[${name}]`));
  return [spec.name, ...options].join(' ');
}
