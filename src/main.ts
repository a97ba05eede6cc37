import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

const OLDEST_MAJOR = 24;
// The bundle is started without the npm scripts, whose check of the version comes before everything.
if (Number.parseInt(process.versions.node, 10) < OLDEST_MAJOR) {
  process.stderr.write(`The bot needs Node ${OLDEST_MAJOR} or later; this is ${process.versions.node} (nodejs.org).\n`);
  process.exit(1);
}
// From the second start on, compiled code is read instead of made: a third less time to the first answer.
module.enableCompileCache?.();
// Reading an archive makes much garbage at once. A nursery that does not grow, and a heap that would rather be small, save
// a third of the peak memory, which is what a small board has least of. They would slow down a bot that is asked much:
// `app/process/give-back-memory.ts` takes them back once the platforms are connected.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=30');
// An update of the content, which the bot has started; `sources/updating/update-in-process.ts` says so.
const isUpdate = process.argv[2] === '--update-content';
// Nothing in a start runs long enough to earn back what the slowest of V8's compilers takes, on a board with one core least.
if (!isUpdate) setFlagsFromString('--invocation-count-for-turbofan=60000');

if (isUpdate) {
  const { runUpdate } = await import('#sources/updating/run-update.ts');
  runUpdate();
} else {
  const { runProcess } = await import('#app/command-line/run-process.ts');
  await runProcess();
}
