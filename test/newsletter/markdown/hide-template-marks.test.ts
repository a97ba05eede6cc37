import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hideTemplateMarks } from '#newsletter/markdown/hide-template-marks.ts';

const hide = (text: string) => hideTemplateMarks(text.split('\n')).join('\n');

describe('what a site’s program would read is hidden', () => {
  for (const [shown, hidden] of [
    ['A {{< toc >}} b', 'A  b'],
    ['A {{% note %}}b{{% /note %}}', 'A b'],
    ['{% include a.html %}A', 'A'],
    ['A{: .wide}', 'A'],
    ['`a`{{ b }}', '`a`'],
    ['A {.wide}', 'A '],
    ['## A {#mill}', '## A '],
    ['{{{ raw }}} A', ' A'],
    ['{{ a\nb }} c', '\n c'],
    ['{% comment %} a {{ b }}\n{% endcomment %}c', '\nc'],
    ['[TOC]', ''],
    ['[[_TOC_]]', ''],
    ['{toc}', ''],
    [':::', ''],
    ['::: warning', ''],
    ['::: warning Mind the mill', 'Mind the mill'],
    ['!!! note "Mind the mill"', 'Mind the mill'],
    ['!!! note', ''],
    ['\\newpage', ''],
    ["import Mill from './mill.mdx';", ''],
  ] as const)
    test(shown, () => assert.equal(hide(shown), hidden));
});

describe('what a reader sees stays', () => {
  for (const text of [
    'A { b }',
    'A ${{ b }}',
    'A {{ b',
    'Set `{{ a }}` there',
    'Set ``{{ ` }}`` there',
    '```\n{{ a }}\n[TOC]\n```',
    '```\na\n\n{{ b }}\n```',
    '~~~~\n~~~\n{{ a }}\n~~~~',
    '~~~~\n~~~\n[TOC]\n~~~~',
    '~~~\n```\n[TOC]\n~~~',
    '> ```\n> {{ a }}\n> ```',
    'a ` b\n\n`{{ c }}` d',
    '    [TOC]',
    'We import grain from “mills”.',
    '!!! wow, it runs',
  ])
    test(text, () => assert.equal(hide(text), text));
});

test('code ends with its fence, and a lone backtick is no code', () => {
  assert.equal(hide('```\na\n```\n{{ b }}'), '```\na\n```\n');
  assert.equal(hide('```\na\n```b\n[TOC]\n```\n[TOC]'), '```\na\n```b\n[TOC]\n```\n');
  assert.equal(hide('```a``` b\n[TOC]'), '```a``` b\n');
  assert.equal(hide('A ` b\n\n{{ c }} ` d'), 'A ` b\n\n ` d');
});

test('a mark longer than any is none', () => {
  const of = (length: number) => `{{${'a'.repeat(length - 4)}}}`;
  assert.equal(hide(of(2000)), '');
  assert.equal(hide(of(2001)), of(2001));
});

test('every line stays where it is', () => assert.equal(hide('a\n{{ b\nc\nd }}\n:::\ne').split('\n').length, 6));
