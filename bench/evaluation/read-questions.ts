import { readFileSync } from 'node:fs';
import type { Question } from './question.ts';

/** Reads a set of questions, one JSON object a line; throws with file and line where one is not a question. */
export function readQuestions(file: string): Question[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, place) => (line.trim() ? [readQuestion(line, `${file}:${place + 1}`)] : []));
}

function readQuestion(line: string, place: string): Question {
  const value = parseLine(line, place);
  const { id, q, type, style, verdict, verdicts = [], articles, links = [], key = null } = value;
  const isNamed = [id, q, type, style].every((text) => typeof text === 'string' && text !== '');
  const isJudged = isVerdict(verdict) && Array.isArray(verdicts) && verdicts.every(isVerdict);
  if (!isNamed || !isJudged || !isTexts(articles) || !isTexts(links) || !(key === null || isTexts([key].flat()))) {
    throw new Error(
      `${place}: expected id, q, type, style, verdict and articles, and key, verdicts and links as texts, found ${line}`,
    );
  }
  return value as unknown as Question;
}

function parseLine(line: string, place: string): Partial<Record<keyof Question, unknown>> {
  try {
    return Object(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${place}: expected one JSON object, found ${line}`, { cause });
  }
}

function isVerdict(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
