import { commandList } from '#commands/command-list.ts';
import { completeLine } from '#commands/completion/line.ts';
import { completeOption } from '#commands/completion/option.ts';
import { MAX_QUESTION_CHARACTERS } from '#commands/reading/parse-command.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { chatSurface } from '#commands/surface.ts';
import { composeGreeting } from '#commands/wording/compose-greeting.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import { composeRecentChanges } from '#commands/wording/compose-recent-changes.ts';
import { findExampleQuestions } from '#commands/wording/find-example-questions.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import type { Offers } from '#platforms/chat-platform.ts';
import type { ResponderParts } from './responder.ts';

/** What the offers are made from. */
type OfferParts = Pick<ResponderParts, 'getSnapshot' | 'version' | 'surface'> & Pick<Tools, 'now'>;

const MAX_EXAMPLES = 4;
const MAX_CHANGES = 8;

/** What platforms offer to people before they have asked, from the archive as it is at that moment. */
export function createOffers({ getSnapshot, version, surface = chatSurface, now }: OfferParts): Offers {
  const suggestQuestions = (limit: number) => findExampleQuestions(getSnapshot(), limit);
  return {
    commands: commandList,
    maxQuestionCharacters: MAX_QUESTION_CHARACTERS,
    complete: (kind, typed, limit) => completeOption(kind, typed, getSnapshot(), limit, surface),
    completeLine: (line) => completeLine(line, getSnapshot(), surface),
    suggestQuestions,
    greet: () => composeGreeting(getSnapshot()),
    getHome() {
      const snapshot = getSnapshot();
      const today = new Date(now()).toISOString().slice(0, 10);
      return {
        newestIssue: answerLine('latest', { snapshot, version, today }),
        recentChanges: asResponse(composeRecentChanges(snapshot, MAX_CHANGES)),
        examples: asResponse(composeNotice('Ask in your own words:', suggestQuestions(MAX_EXAMPLES), '')),
      };
    },
  };
}

/** A part of a page that nobody asked for by a line. */
function asResponse(reply: Reply): Response {
  const outcome = { kind: 'command', command: 'help' } as const;
  return { reply, outcome, line: 'help' };
}
