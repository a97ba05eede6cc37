import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isAboutOpenProblems } from '#newsletter/articles/open-problems.ts';

describe('a heading over problems that were not solved', () => {
  for (const heading of [
    'Open issues',
    'A known bug',
    'An open problem',
    'One issue remains open',
    'Quernd on armv7: unresolved problems',
    'Outstanding Foodb bugs',
    'A bug in Millsoft still open',
    'Bug not yet fixed',
    'A Foodb problem not yet solved',
    'Known build-time issues',
  ])
    test(heading, () => assert.equal(isAboutOpenProblems(heading), true));
});

describe('a heading over what is solved, offered or of something else', () => {
  for (const heading of [
    'Known bugs, now fixed',
    'Open issues closed this week',
    'Good first open issues',
    'Open issues for newcomers',
    'The open source issue tracker',
    'In this issue',
    'Open problems in this issue',
    'Open doors',
    'Openly debugging Quernd',
    'An open call for papers on bugs',
  ])
    test(heading, () => assert.equal(isAboutOpenProblems(heading), false));
});
