import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { createResponder } from '#app/responding/responder.ts';
import { commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import type { Block } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { loadSnapshot } from '../../bench/evaluation/load-snapshot.ts';
import { readQuestions } from '../../bench/evaluation/read-questions.ts';
import { discordPlatform } from './discord-entry-points.ts';
import type { AskedPlatform, ShownAnswer } from './entry-point.ts';
import { slackPlatforms } from './slack-entry-points.ts';

const platforms: readonly AskedPlatform[] = [...slackPlatforms, discordPlatform];

const fixtures = join(import.meta.dirname, '../fixtures/evaluation');
const snapshot = await loadSnapshot(join(fixtures, 'newsletters'));
const questions = readQuestions(join(fixtures, 'questions.jsonl'))
  .filter((_, place) => place % 5 === 0)
  .map(({ q }) => q);
const specs: readonly CommandSpec[] = commandList;
/** Every command of the list that only reads by its own examples, 32 questions, follow-up questions. */
const lines = [
  ...specs.filter(({ whoMay, hasEffect }) => whoMay === 'anyone' && !hasEffect).flatMap(({ examples }) => examples),
  ...['status kestrel', 'search log shipper', 'issue 2024-W21', 'status', 'issue 60', 'statsu kestrel', 'thanks!'],
  ...questions.slice(0, 16),
  ...['does Kestrel run on riscv64?', 'and on armv7?', 'what about windows?'],
  ...questions.slice(16),
];
/** Lines whose answers have all kinds of buttons: more, related, suggestions, names spelt alike, pages. */
const linesWithButtons = ['help', 'does Kestrel run on riscv64?', 'kestral on riscv64', 'status kestrel', 'latest'];

/** The terminal's answers, in one conversation or each line in one of its own. */
async function askTerminal(isOneConversation: boolean): Promise<Response[]> {
  const { respond } = createResponder({ getSnapshot: () => snapshot, version: '9.8.7' });
  const responses: Response[] = [];
  for (const [at, text] of lines.entries()) {
    const conversationId = isOneConversation ? 'terminal' : `terminal ${at}`;
    responses.push(await respond({ text, conversationId, nowMs: Date.now() }));
  }
  return responses;
}

for (const { name, open } of platforms) {
  suite(`${name} answers as the terminal does`, () => {
    test(`every entry point gives the same ${lines.length} answers, and shows all that is in them`, async () => {
      const expected = { one: await askTerminal(true), each: await askTerminal(false) };
      const given: Response[] = [];
      await using platform = await open({ snapshot, onResponse: (response) => given.push(response) });
      for (const entryPoint of platform.entryPoints) {
        const terminals = entryPoint.isOneConversation ? expected.one : expected.each;
        for (const [at, line] of lines.entries()) {
          given.length = 0;
          const shown = await entryPoint.ask(line);
          const what = `${entryPoint.name}: ${line}`;
          assert.deepEqual(given, [terminals[at]], what);
          assert.deepEqual(findHidden(terminals[at], await turnAllPages(shown)), [], what);
        }
      }
    });

    test('every button that asks something gives what its line gives', async () => {
      const { respond } = createResponder({ getSnapshot: () => snapshot, version: '9.8.7' });
      const askAlone = (text: string) => respond({ text, conversationId: text, nowMs: Date.now() });
      await using platform = await open({ snapshot, onResponse: () => {} });
      for (const { name: entryPoint, ask } of platform.entryPoints) {
        for (const line of linesWithButtons) {
          const response = await askAlone(line);
          for (const { label, asked } of listAskingButtons(response)) {
            const shown = await ask(line);
            const what = `${entryPoint}: "${label}" below ${line}`;
            const button = shown.buttons.find((shownButton) => isLabelled(shownButton.label, label));
            assert.ok(button, `${what}: there is ${shown.buttons.map((other) => other.label).join(', ')}`);
            const answer = await turnAllPages(await button.press());
            assert.deepEqual(findHidden(await askAlone(asked), answer), [], what);
          }
        }
      }
    });
  });
}

function listAskingButtons({ reply, moreLine, relatedLine }: Response): { label: string; asked: string }[] {
  const named = { More: moreLine, Related: relatedLine };
  return [
    ...Object.entries(named).flatMap(([label, asked]) => (asked === undefined ? [] : [{ label, asked }])),
    ...reply.blocks
      .flatMap((block) => (block.kind === 'suggestions' ? block.questions : []))
      .map((asked) => ({ label: asked, asked })),
  ];
}

/** Labels may have a sign before them, and long ones are cut. */
function isLabelled(shown: string, label: string): boolean {
  return shown.endsWith(label) || (shown.endsWith('…') && label.startsWith(shown.slice(0, -1)));
}

async function turnAllPages(shown: ShownAnswer): Promise<ShownAnswer> {
  const { words, buttons } = shown;
  const next = buttons.find(({ label }) => isLabelled(label, 'Next'));
  if (next === undefined) return shown;
  const rest = await turnAllPages(await next.press());
  return { words: `${words} ${rest.words}`, buttons: [...buttons, ...rest.buttons] };
}

/** The parts of a response that a person was not shown. */
function findHidden({ reply }: Response = getNothing(), { words, buttons }: ShownAnswer): string[] {
  const seen = cleanLine(words);
  const labels = buttons.map(({ label }) => label);
  return reply.blocks.flatMap((block) =>
    block.kind === 'suggestions'
      ? block.questions.filter((question) => !labels.some((label) => isLabelled(label, question)))
      : listParts(block).filter((part) => !seen.includes(cleanLine(part))),
  );
}

function getNothing(): never {
  throw new Error('the terminal gave no answer');
}

function listParts(block: Exclude<Block, { kind: 'suggestions' }>): readonly string[] {
  switch (block.kind) {
    case 'source': {
      const { issueId, issueTitle, day, heading } = block.source;
      return [issueId, issueTitle, day, heading];
    }
    case 'links':
      return block.links.flatMap(({ url, words }) => [url, words]);
    case 'list':
      return [block.title, ...block.items];
    case 'table':
      // Where no table can be shown, a row is a line without its columns' names.
      return [block.title, ...block.rows.flat()];
    default:
      return [block.text];
  }
}
