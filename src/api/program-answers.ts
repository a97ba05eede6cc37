import type { Reply } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import type { AnswerObject, LatestObject, ProgramCommand, SearchObject, StatusObject } from './schemas.ts';

/** What programs are answered with; each from the archive as it is at that moment. */
export interface ProgramAnswers {
  readonly ask: (question: string) => AnswerObject;
  readonly status: (subject: string) => StatusObject;
  readonly search: (words: string) => SearchObject;
  readonly latest: () => LatestObject;
  /** What the command says to people. */
  readonly reply: (command: ProgramCommand, argument: string) => Reply;
}

/** What a person is answered who types a line, whatever it is. */
export type AnswerPerson = (line: string) => Promise<Response>;
