import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConversationMemory, SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import type { NewPlace } from './place.ts';

interface Subject {
  readonly words: readonly string[];
  readonly target?: { readonly id: string };
}

const kettle: Subject = { words: ['kettle', 'naïve “🫖”', 'a\0b', "it's"], target: { id: 'armv7' } };
const start = 1_700_000_000_000;

/** What every memory of conversations must do. */
export function conversationMemoryContract(name: string, newPlace: NewPlace<ConversationMemory<Subject>>): void {
  test(`${name}: a subject comes back as it was, until it is too old`, async (t) => {
    const memory = await (await newPlace(t)).open();
    await memory.remember('kitchen', kettle, start);
    assert.deepEqual(await memory.recall('kitchen', start), kettle);
    assert.deepEqual(await memory.recall('kitchen', start + SUBJECT_KEPT_MS), kettle);
    assert.equal(await memory.recall('kitchen', start + SUBJECT_KEPT_MS + 1), undefined);
  });

  test(`${name}: who asks on before it is written what was spoken of is understood`, async (t) => {
    const memory = await (await newPlace(t)).open();
    const written = memory.remember('kitchen', kettle, start);
    assert.deepEqual(await memory.recall('kitchen', start), kettle);
    await written;
  });

  test(`${name}: the subject spoken of last counts, from then on`, async (t) => {
    const memory = await (await newPlace(t)).open();
    await memory.remember('kitchen', kettle, start);
    await memory.remember('kitchen', { words: ['toaster'] }, start + SUBJECT_KEPT_MS);
    assert.deepEqual(await memory.recall('kitchen', start + 2 * SUBJECT_KEPT_MS), { words: ['toaster'] });
  });

  test(`${name}: conversations do not hear each other`, async (t) => {
    const memory = await (await newPlace(t)).open();
    await memory.remember('kitchen', kettle, start);
    assert.equal(await memory.recall('garden', start), undefined);
    assert.equal(await memory.recall('kitchen ', start), undefined);
  });
}
