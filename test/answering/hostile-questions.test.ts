import { test } from 'node:test';
import { HOSTILE_SEED } from './hostile-text.ts';
import { runGuarded } from './run-guarded.ts';

test('hostile questions and newsletters are answered: no exception, no hang, every quote word for word', async (t) => {
  t.diagnostic(`seed ${HOSTILE_SEED}`);
  await runGuarded(new URL('./hostile-questions.ts', import.meta.url));
});
