import type { Finding } from '#conversation/ports/finding.ts';

/** The first version that runs TypeScript as it stands and has all that the program uses. */
const OLDEST_MAJOR = 24;

/** Whether this Node can run the program. */
export function examineNode(version: string): Finding {
  const subject = 'Node';
  const major = Number(/^v(\d+)/.exec(version)?.[1]);
  if (major >= OLDEST_MAJOR) return { subject, level: 'ok', statement: `Node ${version.slice(1)} runs the bot.` };
  const statement = `Node ${version} is too old for the bot.`;
  return { subject, level: 'fault', statement, remedy: `Install Node ${OLDEST_MAJOR} or later (nodejs.org).` };
}
