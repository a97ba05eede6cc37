import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import type { IssueFile } from '../../../bench/originals/compare-issue.ts';

/** An issue of week 10 of 2026 from its lines, as if it had been read from a folder. */
export function readLines(folder: string, ...lines: string[]): IssueFile {
  const [file, text] = [`${folder}/2026-W10.md`, lines.join('\n')];
  const { issue, problems } = parseIssue(file, text);
  if (issue === undefined) throw new Error(problems[0]?.message);
  return { file, text, issue };
}

/** An original issue of two articles and what surrounds them, whose lines the tests name. */
export const originalLines = [
  '# Mill News, March 6, 2026', // 1
  '',
  '#### In this issue',
  '',
  '* Quernd 2.0',
  '* A windmill',
  '',
  '### Quernd 2.0 on arm64', // 8
  '',
  'Quernd v2.0 is out; it grinds 5,200 grains, 15% more.', // 10
  '',
  '* https://quernd.example/news', // 12
  '',
  '### Windmill board for $49', // 14
  '',
  '![](https://windmill.example/board.jpg)', // 16
  'A board with the MZ3399 and twelve pins.', // 17
  '',
  '* https://windmill.example/board',
  '',
  '### Colophon', // 21
  '',
  'Written in 30 minutes with a quill.',
];
