import type { BenchRecord } from './bench-record.ts';
import { type Bar, checkBars, format, readyMs } from './check-bars.ts';
import type { ArchiveRecord } from './measure-archive.ts';
import type { StartRecord } from './measure-program.ts';

type Row = readonly [name: string, ...cells: string[]];

/** The record as a person reads it: figures by size of archive, the rest one a line, then the bars. */
export function renderRecord(record: BenchRecord): string {
  const { node, machine, startToFirstAnswerMs, batchPeakMb, archives, grownStarts, hostile } = record;
  return [
    `Node ${node}, ${machine}; ${archives[0]?.questions} questions`,
    '',
    ...renderTable(archiveRows(archives)),
    '',
    ...renderTable([
      ['start to first answer', `${format(startToFirstAnswerMs)} ms`],
      ['peak memory of a batch', `${format(batchPeakMb)} MB`],
      ...grownStarts.flatMap(({ times, first, later }): Row[] => [
        [`first start at ${times} ×`, renderStart(first)],
        [`later start at ${times} ×`, renderStart(later)],
      ]),
      ...hostile.map(
        ({ kind, inputs, slowestMs, characters, beginning }): Row => [
          `slowest of ${inputs} hostile ${kind}s`,
          `${format(slowestMs)} ms (${characters} characters: ${beginning}…)`,
        ],
      ),
    ]),
    '',
    ...renderBars(checkBars(record)),
    '',
  ].join('\n');
}

const renderStart = ({ readyMs, cpuMs, peakMb }: StartRecord) =>
  `${format(readyMs)} ms (${format(cpuMs)} ms of processor time), ${format(peakMb)} MB at most`;

/** Bars as lines of a table, the missed ones marked. */
export function renderBars(bars: readonly Bar[]): string[] {
  return renderTable(bars.map(({ promise, found, isMet }): Row => [isMet ? 'pass' : 'FAIL', promise, found]));
}

function archiveRows(archives: readonly ArchiveRecord[]): Row[] {
  const row = (name: string, cell: (archive: ArchiveRecord) => string): Row => [name, ...archives.map(cell)];
  return [
    row('archive', ({ times }) => `${times} ×`),
    row('issues', ({ issues }) => String(issues)),
    row('facts', ({ facts }) => String(facts)),
    row('different words', ({ words }) => String(words)),
    row('reading the Markdown, ms', ({ markdownMs }) => format(markdownMs)),
    row('reading the facts, ms', ({ factsMs }) => format(factsMs)),
    row('building the snapshot, ms', ({ buildMs }) => format(buildMs)),
    row('all of this, ms', (archive) => format(readyMs(archive))),
    row('heap that it holds, MB', ({ heapMb }) => format(heapMb)),
    row('peak memory till then, MB', ({ peakMemoryMb }) => format(peakMemoryMb)),
    row('question, median, ms', ({ bot }) => format(bot.medianMs)),
    row('question, p99, ms', ({ bot }) => format(bot.p99Ms)),
    row('question, slowest, ms', ({ bot }) => format(bot.slowestMs)),
    row('MiniSearch, median, ms', ({ miniSearch }) => (miniSearch ? format(miniSearch.medianMs) : '–')),
    row('MiniSearch, p99, ms', ({ miniSearch }) => (miniSearch ? format(miniSearch.p99Ms) : '–')),
    row('question : MiniSearch', ({ bot, miniSearch }) =>
      miniSearch ? format(bot.medianMs / miniSearch.medianMs) : '–',
    ),
  ];
}

// Names to the left, figures to the right of their columns, words of the last column as they come.
function renderTable(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isWide = widths.length < 3 || rows.some(([name]) => name === 'pass' || name === 'FAIL');
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || isWide ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
