import * as fact from '#answering/answer-fact.ts';
import * as compat from '#answering/judge-compat.ts';

/** The places where silence is decided: of questions that yes or no answers, and of questions of fact. */
export type Gate = 'compat' | 'fact';

/** What is measured of a piece of evidence before it may answer, each from 0 to 1. */
export type Measure = 'MIN_SUBJECT' | 'MIN_NAMED' | 'MIN_SAID' | 'MIN_RELATION';

/** What each piece of evidence must reach, as the program has it. */
export const thresholds: Readonly<Record<Gate, ReadonlyMap<Measure, number>>> = {
  compat: new Map<Measure, number>([
    ['MIN_SUBJECT', compat.MIN_SUBJECT],
    ['MIN_NAMED', compat.MIN_NAMED],
    ['MIN_SAID', compat.MIN_SAID],
    ['MIN_RELATION', compat.MIN_RELATION],
  ]),
  fact: new Map<Measure, number>([
    ['MIN_SUBJECT', fact.MIN_SUBJECT],
    ['MIN_NAMED', fact.MIN_NAMED],
    ['MIN_SAID', fact.MIN_SAID],
  ]),
};
