import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Reply } from '#conversation/reply.ts';
import { runTerminalChat, type TerminalChat } from '#platforms/terminal/chat.ts';

const say = (text: string): Reply => ({ blocks: [{ kind: 'lead', text, verdict: undefined }], audience: 'anyone' });

/** A chat on real streams; `terminal` makes both pretend to be one, or one of the two alone. */
function openChat({ terminal, ...more }: { terminal: boolean | 'input' | 'output' } & Partial<TerminalChat>) {
  const isTerminal = (stream: 'input' | 'output') => terminal === true || terminal === stream;
  const modes: boolean[] = [];
  const setRawMode = (mode: boolean) => {
    modes.push(mode);
    return input;
  };
  const input: PassThrough = Object.assign(new PassThrough(), { isTTY: isTerminal('input'), setRawMode });
  const output = Object.assign(new PassThrough(), { isTTY: isTerminal('output'), columns: 80 });
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
    ...more,
  });
  const untilSeen = async (text: string) => {
    while (!seen.includes(text)) await once(output, 'seen');
    const upTo = seen.slice(0, seen.indexOf(text) + text.length);
    seen = seen.slice(upTo.length);
    return upTo;
  };
  return { input, output, done, modes, untilSeen, seen: () => seen };
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

test('a slip in the word that leaves is no question', async () => {
  const chat = openChat({ terminal: true });
  for (const slip of ['quti', 'QIUT', 'exti']) {
    await chat.untilSeen('> ');
    chat.input.write(`${slip}\r`);
    await chat.untilSeen('Type “quit” to leave.');
  }
  chat.input.write('quite\r');
  await chat.untilSeen('You said: quite');
  chat.input.write('quit\r');
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

for (const terminal of ['input', 'output'] as const) {
  test(`with a terminal on the ${terminal}’s side alone there is neither greeting nor prompt`, async () => {
    const chat = openChat({ terminal });
    chat.input.end('one\n');
    await chat.done;
    assert.match(await chat.untilSeen('You said: one'), /^\s*You said: one$/);
    assert.equal(chat.seen().trim(), '');
  });
}

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

test('Ctrl-C drops a half-typed line and stays; on an empty line it leaves', async () => {
  const chat = openChat({ terminal: true });
  await chat.untilSeen('> ');
  chat.input.write('half a question');
  await chat.untilSeen('half a question');
  chat.input.write('\u0003');
  await chat.untilSeen('> ');
  chat.input.write('kettle?\r');
  await chat.untilSeen('You said: kettle?');
  await chat.untilSeen('> ');
  chat.input.write('\u0003');
  await chat.done;
});

test('what goes wrong meanwhile stands above the line that is being typed, which stays', async () => {
  let show: ((text: string) => void) | undefined;
  const asides = {
    showBy(one: typeof show) {
      show = one;
    },
  };
  const chat = openChat({ terminal: true, asides });
  await chat.untilSeen('> ');
  const long = `${'does it boil '.repeat(12)}today or `;
  chat.input.write(long);
  await chat.untilSeen('today or ');
  show?.('A file cannot be read.\n');
  assert.match(await chat.untilSeen(`> ${long.slice(0, 40)}`), /^\s*A file cannot be read\.\n+> does it boil/);
  chat.input.write('at all?\r');
  await chat.untilSeen('You said: does it boil');
  await chat.untilSeen('> ');
  chat.input.write('quit\r');
  await chat.done;
  assert.equal(show, undefined);
});

test('Ctrl-Z gives the terminal back as it was, stops the program, and goes on with the same line', async () => {
  const stopped = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const suspend = () => {
    stopped.resolve();
    return goOn.promise;
  };
  const chat = openChat({ terminal: true, suspend });
  await chat.untilSeen('> ');
  chat.input.write('half');
  await chat.untilSeen('half');
  chat.input.write('\u001a');
  await stopped.promise;
  assert.equal(chat.modes.at(-1), false);
  goOn.resolve();
  await chat.untilSeen('> half');
  assert.equal(chat.modes.at(-1), true);
  chat.input.write(' done\r');
  await chat.untilSeen('You said: half done');
  chat.input.write('\u0004');
  await chat.done;
});

test('Ctrl-R, like the arrow, brings back the latest line that begins with what is typed, from earlier chats too', async () => {
  const added: string[] = [];
  const lines = ['status kettle', 'does teapotd boil?', 'status teapotd'];
  const chat = openChat({ terminal: true, history: { lines, add: (line) => added.push(line) } });
  await chat.untilSeen('> ');
  chat.input.write('does');
  await chat.untilSeen('does');
  chat.input.write('\u0012\r');
  await chat.untilSeen('You said: does teapotd boil?');
  chat.input.write('quit\r');
  await chat.done;
  assert.deepEqual(added, ['does teapotd boil?']);
});

test('pasted lines get their questions back before each answer, and empty ones say nothing', async () => {
  const chat = openChat({ terminal: true });
  await chat.untilSeen('> ');
  chat.input.write('one\r\r\rtwo\rthree\r');
  await chat.untilSeen('You said: three');
  chat.input.write('\r\rquit\r');
  const rest = chat.seen();
  await chat.done;
  assert.doesNotMatch(rest + chat.seen(), /You said: *$/m);
});

test('each of some pasted questions stands above its answer', async () => {
  const chat = openChat({ terminal: true });
  await chat.untilSeen('> ');
  chat.input.write('one\rtwo\rthree\r');
  for (const word of ['one', 'two', 'three']) {
    await chat.untilSeen(`> ${word}\n`);
    const said = await chat.untilSeen(`You said: ${word}`);
    assert.doesNotMatch(said.replace(`You said: ${word}`, ''), /You said/);
  }
  chat.input.write('quit\r');
  await chat.done;
});

test('a reader that is gone while an answer is written ends the chat, and is no failure', async () => {
  const chat = openChat({ terminal: false });
  chat.output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  chat.input.write('one\ntwo\n');
  await chat.done;
});
