import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { compileOnce } from '#storage/compile-once.ts';
import type { Tables } from '#storage/tables.ts';

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const take = (eventKey: string, leaseUntilMs: number, nowMs: number) =>
  db
    .insertInto('handled_events')
    .values({ event_key: eventKey, state: 'claimed', until_ms: leaseUntilMs })
    .onConflict((conflict) =>
      conflict
        .column('event_key')
        .doUpdateSet({ until_ms: leaseUntilMs })
        .where('handled_events.until_ms', '<=', nowMs),
    );

test('gives the very statement that would be compiled each time, constants and repeated values included', () => {
  const compiled = compileOnce<{ key: string; untilMs: number; nowMs: number }, unknown>((value) =>
    take(value('key'), value('untilMs'), value('nowMs')),
  );
  for (const [key, untilMs, nowMs] of [
    ['first', 60, 1],
    ['second', 80, 20],
  ] as const) {
    const { sql, parameters } = compiled({ key, untilMs, nowMs });
    const each = take(key, untilMs, nowMs).compile();
    assert.deepEqual({ sql, parameters }, { sql: each.sql, parameters: each.parameters });
  }
});

test('builds a statement at its first use, and never again', () => {
  let built = 0;
  const compiled = compileOnce<{ key: string }, unknown>((value) => {
    built++;
    return db.selectFrom('handled_events').selectAll().where('event_key', '=', value('key'));
  });
  assert.equal(built, 0);
  const first = compiled({ key: 'first' });
  const second = compiled({ key: 'second' });
  assert.equal(built, 1);
  assert.deepEqual([first.parameters, second.parameters], [['first'], ['second']]);
});

test('passes on a value that looks like nothing: an empty text, a zero', () => {
  const compiled = compileOnce<{ key: string; atMs: number }, unknown>((value) =>
    db
      .selectFrom('handled_events')
      .selectAll()
      .where('event_key', '=', value('key'))
      .where('until_ms', '=', value('atMs')),
  );
  assert.deepEqual(compiled({ key: '', atMs: 0 }).parameters, ['', 0]);
});
