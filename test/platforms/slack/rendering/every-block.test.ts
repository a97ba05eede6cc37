import { test } from 'node:test';
import { composeHome } from '#platforms/slack/rendering/home.ts';
import { composeAnswerModal, composeAskModal } from '#platforms/slack/rendering/modal.ts';
import { renderSlackReply } from '#platforms/slack/rendering/renderer.ts';
import {
  longResponse,
  oversizedResponse,
  sketchAll,
  verdictResponses,
  wholeResponse,
} from '../../../fixtures/every-block.ts';
import { matchFixture } from '../../../fixtures/match-fixture.ts';

test('all that a reply may have, in Slack’s blocks and with its buttons', (t) => {
  matchFixture(t, renderSlackReply(wholeResponse, { page: 0, isPrivate: true }), 'slack-reply.txt');
});

test('the first page, one between and the last', (t) => {
  const pages = [0, 1, 99].map((page) => renderSlackReply(longResponse, { page, isPrivate: false }).blocks);
  matchFixture(t, pages, 'slack-pages.txt');
});

test('each verdict has its sign', (t) => {
  matchFixture(
    t,
    verdictResponses.map((response) => renderSlackReply(response, { page: 0, isPrivate: false })),
    'slack-verdicts.txt',
  );
});

test('the Home tab and the modals', (t) => {
  const [lead = wholeResponse] = verdictResponses;
  matchFixture(
    t,
    {
      home: composeHome({ newestIssue: lead, recentChanges: lead, examples: wholeResponse }),
      ask: composeAskModal(['does forkbase run on arm64?', 'latest']),
      askWithoutExample: composeAskModal([]),
      answer: composeAnswerModal(lead, 0),
    },
    'slack-views.txt',
  );
});

test('what is too long for one piece is cut between words, and what cannot be cut is left out', (t) => {
  const pages = Array.from({ length: 12 }, (_, page) =>
    renderSlackReply(oversizedResponse, { page, isPrivate: false }),
  );
  matchFixture(t, pages.map(sketchAll).join('\n'), 'slack-oversized.txt');
});
