import { test } from 'node:test';
import { commandList } from '#commands/command-list.ts';
import { completeLine } from '#commands/completion/line.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { chatSurface, type Surface } from '#commands/surface.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { matchFixture } from '../../fixtures/match-fixture.ts';
import { kitchenArchive } from '../invented-archive.ts';

const terminal: Surface = { hasChannels: false, ownWords: { quit: 'Leave the kitchen.' } };
const lines = [
  ...['help', 'about', 'latest', 'issue 2031-W07', 'issue week 7', 'issue 52', 'issue teapotd', 'issue', 'status'],
  ...['status kettlectl', 'status spoonfs', 'status fork', 'search arm64', 'search kettle', 'search zzz', 'search'],
  ...['ask', 'hello'],
  ...commandList.map(({ name }) => `help ${name}`),
];

test('every command, whole: what is said, and the lines that its buttons carry', (t) => {
  const said = lines.flatMap((line) =>
    [chatSurface, terminal].map((surface) => {
      const context = { snapshot: kitchenArchive, version: '9.8.7', today: '2033-02-14', surface };
      const { reply, ...rest } = answerLine(line, context);
      return `${surface === terminal ? 'terminal' : 'chat'}> ${line}\n${replyToText(reply, 5_000)}\n[${reply.audience}] ${JSON.stringify(rest)}\n`;
    }),
  );
  matchFixture(t, said.join('\n'), 'commands.txt');
});

const typed = [
  ...['latest issue', 'show latest', 'what can you do?', 'my watches', 'forget my data', 'post the latest now', '?'],
  ...['list subscriptions', 'version', 'who are you?', 'STATUS Kettlectl', 'status: kettlectl', '/status kettlectl'],
  ...['latest kettle news', 'issue of kettlectl', 'stauts kettlectl', 'watch kettlectl here', 'subscribe fri 9:00', ''],
];

test('every way to say a command is read as that command', (t) => {
  matchFixture(t, typed.map((line) => `${line} → ${JSON.stringify(parseCommand(line))}`).join('\n'), 'parsed.txt');
});

test('what the Tab key offers', (t) => {
  const begun = ['', 's', 'sta', 'status ', 'status k', 'issue 2', 'search sp', 'does k', 'help s', 'watch t', 'xyz'];
  const offered = begun.map((line) => `${line} → ${JSON.stringify(completeLine(line, kitchenArchive, chatSurface))}`);
  matchFixture(t, offered.join('\n'), 'completions.txt');
});
