import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Reply } from '#conversation/reply.ts';
import { runTerminalChat } from '#platforms/terminal/terminal-chat.ts';

const say = (text: string): Reply => ({ blocks: [{ kind: 'lead', text, verdict: undefined }], audience: 'anyone' });

/** A chat on real streams; `terminal` makes both pretend to be one. */
function openChat({ terminal, signal }: { terminal: boolean; signal?: AbortSignal }) {
  const input = Object.assign(new PassThrough(), { isTTY: terminal, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 });
  let seen = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    seen += stripVTControlCharacters(chunk);
    output.emit('seen');
  });
  const done = runTerminalChat({
    input,
    output,
    greeting: say('Hello.'),
    respond: async (line) => say(`You said: ${line}`),
    complete: (line) => ({
      candidates: ['teapotd', 'teapotctl', 'kettle'].filter((name) => name.startsWith(line)),
      replaced: line,
    }),
    ...(signal ? { signal } : {}),
  });
  const untilSeen = async (text: string) => {
    while (!seen.includes(text)) await once(output, 'seen');
    const upTo = seen.slice(0, seen.indexOf(text) + text.length);
    seen = seen.slice(upTo.length);
    return upTo;
  };
  return { input, done, untilSeen, seen: () => seen };
}

test('on a terminal: greeting, prompt, answer, prompt, and quit leaves', async () => {
  const chat = openChat({ terminal: true });
  await chat.untilSeen('Hello.');
  await chat.untilSeen('> ');
  chat.input.write('does it boil?\r');
  await chat.untilSeen('You said: does it boil?');
  await chat.untilSeen('> ');
  chat.input.write('QUIT\r');
  await chat.done;
});

test('the arrow up brings back what was typed before, and Tab completes a name', async () => {
  const chat = openChat({ terminal: true });
  await chat.untilSeen('> ');
  chat.input.write('first\r');
  await chat.untilSeen('You said: first');
  await chat.untilSeen('> ');
  chat.input.write('\u001b[A\r');
  await chat.untilSeen('You said: first');
  await chat.untilSeen('> ');
  // A Tab within pasted text is text: only one typed by itself completes.
  chat.input.write('ket');
  await chat.untilSeen('ket');
  chat.input.write('\t');
  await chat.untilSeen('tle');
  chat.input.write('\r');
  await chat.untilSeen('You said: kettle');
  chat.input.write('\u0004');
  await chat.done;
});

for (const [name, key] of [
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
] as const) {
  test(`${name} leaves the chat`, async () => {
    const chat = openChat({ terminal: true });
    await chat.untilSeen('> ');
    chat.input.write(key);
    await chat.done;
  });
}

test('the program can end the chat from outside', async () => {
  const stop = new AbortController();
  const chat = openChat({ terminal: true, signal: stop.signal });
  await chat.untilSeen('> ');
  stop.abort();
  await chat.done;
});

test('what is typed while the greeting is being written is not lost', async () => {
  const chat = openChat({ terminal: true });
  chat.input.write('early\r');
  await chat.untilSeen('You said: early');
  chat.input.write('exit\r');
  await chat.done;
});

test('piped questions get answers and nothing else, to the last line without an end', async () => {
  const chat = openChat({ terminal: false });
  chat.input.end('one\n\ntwo');
  await chat.done;
  await chat.untilSeen('You said: two');
  assert.equal(chat.seen().trim(), '');
});

test('a piped script may leave early', async () => {
  const chat = openChat({ terminal: false });
  chat.input.write('one\nexit\ntwo\n');
  await chat.done;
  assert.equal(await chat.untilSeen('You said: one'), 'You said: one');
  assert.doesNotMatch(chat.seen(), /two|Hello|>/);
});
