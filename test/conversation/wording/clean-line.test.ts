import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cleanLine } from '#conversation/wording/clean-line.ts';

describe('text that we did not write, as one line', () => {
  for (const [what, text, line] of [
    ['white space is folded', ' a \t\n b\u2028c\u00a0d ', 'a b c d'],
    ['a control character parts', 'a\0b', 'a b'],
    ['half a character is replaced', 'a\ud800b', 'a\ufffdb'],
    ['marks that turn the direction go', 'a\u202eb\u2066c', 'abc'],
    ['marks that hide in a word go', 'a\u00ad\u200b\u2060b', 'ab'],
    ['a joiner stays inside an emoji', '👩\u200d💻', '👩\u200d💻'],
    ['and between letters of a script', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a joiner at an end goes', '\u200da\u200d b', 'a b'],
    ['blanks that it leaves are folded', 'a \u200d b', 'a b'],
    ['eight marks over a letter stay', `a${'\u0301'.repeat(8)}`, `a${'\u0301'.repeat(8)}`],
    ['of more the rest goes', `a${'\u0301'.repeat(30)}b`, `a${'\u0301'.repeat(8)}b`],
    ['what is plain stays as it is', 'a <b>, “c”? ~!', 'a <b>, “c”? ~!'],
    ['and so does plain ASCII', 'a <b>, "c"? ~!', 'a <b>, "c"? ~!'],
    ['blanks at both ends go', ' a b', 'a b'],
    ['at the other end as well', 'a b ', 'a b'],
    ['two blanks are one', 'a  b', 'a b'],
    ['a last line end goes', 'a b\n', 'a b'],
    ['a control character of ASCII parts', 'a\x7fb', 'a b'],
    ['nothing stays nothing', '\u200b \n', ''],
    ['nor does it come of nothing', '', ''],
  ] as const)
    test(what, () => assert.equal(cleanLine(text), line));
});
