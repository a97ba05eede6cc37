import { understandQuestion } from '#answering/question/understand-question.ts';
import type { UnansweredQuestion } from '#conversation/ports/reader-notes.ts';
import { countByWeek, type WeekCount } from '#newsletter/days/count-by-week.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { answerQuestion } from './answer-question.ts';

/** What readers asked of one subject in vain. */
export interface UnansweredSubject {
  /** As it was asked for most recently. */
  readonly subject: string;
  readonly times: number;
  /** How many people asked; who they are is not known. */
  readonly readers: number;
  readonly lastMs: number;
  /** When it was asked. */
  readonly weeks: readonly WeekCount[];
  /** Newest first, each wording once. */
  readonly questions: readonly string[];
}

/** Questions that the archive could not answer, by subject. */
export interface MergedUnanswered {
  /** What most people asked for first. */
  readonly subjects: readonly UnansweredSubject[];
  /** How many would be answered now: the archive has grown since they were asked. */
  readonly answeredByNow: number;
}

/** Merges the notes, newest first, by what they ask about; leaves out what this archive answers. */
export function mergeUnanswered(notes: readonly UnansweredQuestion[], snapshot: Snapshot): MergedUnanswered {
  const open = notes.filter(({ question }) => !answerQuestion(question, snapshot).answered);
  const named = open.map((note) => {
    const { topics, unknownNames } = understandQuestion(note.question, snapshot);
    const named = topics.find(({ isPlace, named }) => named !== undefined && !isPlace) ?? topics[0];
    return { ...note, subject: unknownNames[0] ?? named?.named?.name ?? named?.words ?? noSubject };
  });
  const bySubject = Map.groupBy(named, ({ subject }) => subject.toLowerCase());
  const subjects = [...bySubject.values()].map((group) => ({
    subject: group[0]?.subject ?? noSubject,
    times: group.length,
    readers: new Set(group.map(({ readerKey }) => readerKey)).size,
    lastMs: Math.max(...group.map(({ atMs }) => atMs)),
    weeks: countByWeek(group.map(({ atMs }) => atMs)),
    questions: [...new Map(group.map(({ question }) => [question.toLowerCase(), question])).values()],
  }));
  subjects.sort((a, b) => b.readers - a.readers || b.times - a.times || b.lastMs - a.lastMs);
  return { subjects, answeredByNow: notes.length - open.length };
}

/** For questions that name nothing. */
const noSubject = 'no subject named';
