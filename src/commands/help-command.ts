import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { CommandContext, CommandOutcome } from './command-context.ts';
import { commandList } from './command-list.ts';
import type { CommandSpec } from './command-spec.ts';
import { findCommand } from './find-command.ts';
import { findExampleQuestions } from './find-example-questions.ts';

/** Help on everything, or on one command. */
export function runHelpCommand(argument: string, context: CommandContext): CommandOutcome {
  const spec = argument === '' ? undefined : findCommand(argument);
  return {
    reply: spec === undefined ? composeOverview(context.snapshot) : composeCommandHelp(spec),
    followUp: context.followUp,
  };
}

/** How one command is typed, with examples. */
export function composeCommandHelp(spec: CommandSpec): Reply {
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
      { kind: 'suggestions', title: spec.examples.length === 1 ? 'Example' : 'Examples', questions: spec.examples },
    ],
    audience: 'private',
  };
}

function composeOverview(snapshot: Snapshot): Reply {
  return {
    blocks: [
      { kind: 'lead', text: 'Ask in your own words what runs on Arm, or use a command.', verdict: undefined },
      {
        kind: 'table',
        title: 'Commands',
        columns: ['Type', 'To'],
        rows: commandList.map((spec) => [describeUsage(spec), spec.description]),
      },
      {
        kind: 'suggestions',
        title: 'Examples',
        // Each of them works on this archive, whatever is in it.
        questions: [...findExampleQuestions(snapshot, 2), ...commandsThatStandAlone],
      },
    ],
    audience: 'private',
  };
}

/** Whole lines that show something and change nothing. */
const commandsThatStandAlone = (commandList as readonly CommandSpec[])
  .filter(
    ({ name, options, hasEffect }) => name !== 'help' && !hasEffect && options.every((option) => !option.isRequired),
  )
  .map(({ name }) => name);

/** `status <subject>`, `help [command]`. */
function describeUsage(spec: CommandSpec): string {
  const options = spec.options.map(({ name, isRequired }) => (isRequired ? `<${name}>` : `[${name}]`));
  return [spec.name, ...options].join(' ');
}
