import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cutHtml } from '#newsletter/markdown/html-pieces.ts';

const textOf = (html: string) =>
  cutHtml(html)
    .flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
    .join('');

test('text and tags in order, with their places', () =>
  assert.deepEqual(cutHtml('a<B class="x">c</b >'), [
    { kind: 'text', text: 'a', offset: 0 },
    { kind: 'open', tag: 'b', href: undefined, offset: 1 },
    { kind: 'text', text: 'c', offset: 14 },
    { kind: 'close', tag: 'b', href: undefined, offset: 15 },
  ]));

describe('the address of a link', () => {
  for (const [tag, href] of [
    ['<a href="https://a.example?b=1&amp;c=2">', 'https://a.example?b=1&c=2'],
    ["<a class=x HREF = 'https://a.example'>", 'https://a.example'],
    ['<a href=https://a.example>', 'https://a.example'],
    ['<a data-href="b">', undefined],
    ['<a href="">', ''],
    ['</a href="b">', undefined],
  ] as const)
    test(tag, () => assert.equal((cutHtml(tag)[0] as { href?: string }).href, href));
});

describe('what a reader sees', () => {
  for (const [html, text] of [
    ['a<!-- b > c -->d', 'ad'],
    ['a<!-- b', 'a<!-- b'],
    ['a<script>b < c</script>d', 'ad'],
    ['a<STYLE>b</style>d', 'ad'],
    ['a<template>b<script>c</script>d', 'ad'],
    ['a<template>b<style>c</template>d', 'ad'],
    ['a<!DOCTYPE html>b', 'ab'],
    ['a<?xml b?>c', 'ac'],
    ['1 < 2 > 1', '1 < 2 > 1'],
    ['a <3', 'a <3'],
    ['a <b', 'a <b'],
    ['&amp;&lt;&gt;&quot;&apos;&nbsp;&mdash;', '&<>"\' —'],
    ['&#65;&#x42;&#X43;', 'ABC'],
    ['&#0;&#x110000;&#x10ffff;', '\ufffd\ufffd\u{10ffff}'],
    ['&unknown; &amp', '&unknown; &amp'],
  ] as const)
    test(html, () => assert.equal(textOf(html), text));
});
