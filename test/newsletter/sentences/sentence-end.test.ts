import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isSentenceEnd } from '#newsletter/sentences/sentence-end.ts';

/** Judges the stops that stand before `|`: "It runs.| Fine". */
function endsAt(marked: string, isInside = false): boolean {
  const end = marked.indexOf('|');
  const text = marked.replace('|', '');
  const stops = /[.!?…]+(?=["'”’)\]]*$)/.exec(text.slice(0, end));
  assert.ok(stops, marked);
  const at = stops.index;
  return isSentenceEnd({ text, start: 0, at, stopsEnd: at + stops[0].length, end, isInside });
}

describe('a sentence ends', () => {
  for (const marked of [
    'It runs.| The mill is fast.',
    'It runs.| iPad users wait.',
    'It runs!| 1.2 is out.',
    'It uses assembly.| ffmpeg is next.',
    'He said “it works.”| They left.',
    'It was bought by Granite Inc.| The price is open.',
    'It has much, etc.| The rest is old.',
    'It is by Granite Inc.| It’s open.',
    "It is by Granite Inc.| It's open.",
    'It left the U.S.| The board came back.',
    'It is odd…| The end.',
    'Is it out?| No.',
    'The talk is in CA.| Kim speaks.',
    'It is line A.| This is new.',
    'It is.| #pebble is where we talk.',
    'I saw it.| “The” end.',
    'So said I.| Quernd is out.',
  ])
    test(marked, () => assert.equal(endsAt(marked), true));
});

describe('a sentence goes on', () => {
  for (const marked of [
    'It is made by Granite Inc.| Mills grew.',
    'See e.g.| The mill.',
    'See No.| 5 there.',
    'See p.| #5 there.',
    'It is by J.| K. Doe.',
    '1.| First of all it boots.',
    'A.| First of all it boots.',
    'The conf.| file is read.',
    'It boots...| then nothing.',
    'It boots...| I wait.',
    'It boots…| Kim waits.',
    '“Yes!”| says Kim.',
    'It works.| https://a.example is there.',
    'It works.| — so they say',
    'The U.S.| Army uses it.',
    'It ends Mr.| The rest.',
  ])
    test(marked, () => assert.equal(endsAt(marked), false));
});

test('in a parenthesis that began inside, only before a word that begins sentences', () => {
  assert.equal(endsAt('Under (all?| The rest) it fails', true), true);
  assert.equal(endsAt('Under (all?| Kim) it fails', true), false);
});
