import type { Reply } from '#conversation/reply.ts';
import type { CommandContext, CommandOutcome } from './command-context.ts';
import { commandList } from './command-list.ts';
import type { CommandSpec } from './command-spec.ts';
import { findCommand } from './find-command.ts';

/** Help on everything, or on one command. */
export function runHelpCommand(argument: string, context: CommandContext): CommandOutcome {
  const spec = argument === '' ? undefined : findCommand(argument);
  return { reply: spec === undefined ? composeOverview() : composeCommandHelp(spec), followUp: context.followUp };
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

function composeOverview(): Reply {
  const harmless = (commandList as readonly CommandSpec[]).filter(({ hasEffect }) => !hasEffect);
  return {
    blocks: [
      { kind: 'lead', text: 'Ask in your own words what runs on Arm, or use a command.', verdict: undefined },
      {
        kind: 'table',
        title: 'Commands',
        columns: ['Type', 'To'],
        rows: commandList.map((spec) => [describeUsage(spec), spec.description]),
      },
      { kind: 'suggestions', title: 'Examples', questions: harmless.flatMap((spec) => spec.examples.slice(0, 1)) },
    ],
    audience: 'private',
  };
}

/** `status <subject>`, `help [command]`. */
function describeUsage(spec: CommandSpec): string {
  const options = spec.options.map(({ name, isRequired }) => (isRequired ? `<${name}>` : `[${name}]`));
  return [spec.name, ...options].join(' ');
}
