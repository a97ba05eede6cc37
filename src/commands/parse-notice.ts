import type { Reply } from '#conversation/reply.ts';
import { composeNotice } from './compose-notice.ts';
import { maxQuestionCharacters, type ParsedLine } from './parse-command.ts';

/** What is said to a line that holds nothing, or far too much to be a question. */
export function composeParseNotice(parsed: Exclude<ParsedLine, { kind: 'command' }>): Reply {
  if (parsed.kind === 'empty') {
    return composeNotice('Ask me what runs on Arm.', ['does samba run on armv6?', 'latest', 'help']);
  }
  return composeNotice(
    `That is ${parsed.characters} characters; I read questions of up to ${maxQuestionCharacters}. ` +
      'Which product, and on which machine? A single sentence is enough.',
    ['help'],
  );
}
