import { MAX_QUESTION_CHARACTERS, type ParsedLine } from '#commands/reading/parse-command.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { composeNotice } from './compose-notice.ts';
import { findExampleQuestions } from './find-example-questions.ts';

/** What is said to a line that holds nothing, or far too much to be a question. */
export function composeParseNotice(parsed: Exclude<ParsedLine, { kind: 'command' }>, snapshot: Snapshot): Reply {
  if (parsed.kind === 'empty') {
    return composeNotice('Ask me what runs on Arm.', [...findExampleQuestions(snapshot, 2), 'latest', 'help']);
  }
  return composeNotice(
    `That is ${parsed.characters} characters; I read questions of up to ${MAX_QUESTION_CHARACTERS}. ` +
      'Which product, and on which machine? A single sentence is enough.',
    ['help'],
  );
}
