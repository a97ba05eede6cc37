import { test } from 'node:test';
import { renderForTerminal } from '#platforms/terminal/renderer.ts';
import { oversizedResponse, sketch, verdictResponses, wholeResponse } from '../../fixtures/every-block.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';

test('all that a reply may have, in a terminal without colours and in one with colours and links', (t) => {
  const responses = [wholeResponse, ...verdictResponses];
  for (const isRich of [false, true]) {
    const view = { width: 60, hasColours: isRich, hasLinks: isRich };
    const text = responses.map(({ reply }) => renderForTerminal(reply, view)).join('\n');
    matchFixture(t, text.replaceAll('\u001b', '␛'), isRich ? 'terminal-rich.txt' : 'terminal-plain.txt');
  }
});

test('what is too long for a narrow terminal is wrapped', (t) => {
  const text = renderForTerminal(oversizedResponse.reply, { width: 30, hasColours: false, hasLinks: false });
  matchFixture(t, text.split('\n').map(sketch).slice(-420).join('\n'), 'terminal-narrow.txt');
});
