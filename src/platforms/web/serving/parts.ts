import type { AnswerPerson, ProgramAnswers } from '#api/program-answers.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { Reply } from '#conversation/reply.ts';
import type { RateLimit } from './rate-limit.ts';

/** Answers one request of a program that speaks MCP over HTTP. */
export type AnswerMcp = (request: Request) => Promise<Response>;

/** What the page is served with. */
export interface WebParts {
  readonly answerPerson: AnswerPerson;
  readonly answers: ProgramAnswers;
  readonly getCatalogue: () => Catalogue;
  readonly greet: () => Reply;
  readonly commands: readonly CommandSpec[];
  /** Characters of a question; longer ones are refused in words. */
  readonly maxQuestionCharacters: number;
  readonly version: string;
  /** Where readers find the page, without a slash at its end; undefined where nobody said. */
  readonly webUrl: string | undefined;
  /** Anybody can reach it: then any page of the web may read the API. Else one that is open in a browser here could read what is nobody's but the owner's. */
  readonly isPublic: boolean;
  readonly limit: RateLimit;
  readonly now: () => number;
  readonly log: Log;
  /** Loads what answers programs that speak MCP, the first time that one asks. */
  readonly openMcp: () => Promise<AnswerMcp>;
}
