import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createSubscriptionDesk } from '#announcing/channels/subscription-desk.ts';
import { openArchive } from '#archive/open-archive.ts';
import { fridayOfIsoWeek } from '#newsletter/days/iso-week.ts';
import { openNewsroom } from '../announcing/open-newsroom.ts';
import { makeTemporaryFolder } from '../archive/temporary-folder.ts';
import { keepLog } from '../fixtures/kept-log.ts';

/** A weekly newsletter of the kitchen, in a folder that is watched, and a channel that has subscribed to it. */
async function openKitchen(t: TestContext) {
  const folder = await makeTemporaryFolder();
  const archive = await openArchive({ dir: folder.path, log: keepLog(), debounceMs: 20 });
  t.after(async () => {
    await archive[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });
  await archive.watch();
  const newsroom = await openNewsroom(t, {
    getIssues: () => archive.current.issues,
    factsOf: (issueId) => archive.current.factsOf(issueId),
  });
  const { announcer, channels, clock } = newsroom;
  const desk = createSubscriptionDesk({
    ...newsroom,
    senders: [channels.sender],
    getIssues: () => archive.current.issues,
    now: () => clock.nowMs,
    defaultSchedule: { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Europe/Berlin' },
    isConfigured: () => false,
    deliverSoon: () => {},
  });
  /** What the editor does; resolves when the bot has read the folder as it is then. */
  const edit = async (work: () => Promise<unknown>) => {
    let wake = () => {};
    const unsubscribe = archive.onChange(() => wake());
    await work();
    const onDisk = new Map(
      globSync(join(folder.path, '**/*.md')).map(
        (file) => [file, hash('sha256', readFileSync(file), 'base64')] as const,
      ),
    );
    const isRead = () =>
      archive.reports.length === onDisk.size &&
      archive.reports.every(({ file, hash: read, problems }) => read === onDisk.get(file) || problems.length > 0);
    while (!isRead()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    unsubscribe();
  };
  const at = async (moment: string) => {
    clock.nowMs = Date.parse(moment);
    const before = channels.arrived.length;
    await announcer.runRound();
    return channels.arrived.slice(before).map(({ text }) => text);
  };
  return { folder, edit, at, clock, desk, channels, startProcess: newsroom.startProcess };
}

/** An issue as an editor writes it. */
function write(year: number, week: number, { front = '', more = '' } = {}): string {
  return `---
title: Kitchen Weekly, week ${week} of ${year}
date: ${fridayOfIsoWeek(year, week)}
${front}---

### Spoonfs ${week} for small boards

Spoonfs ${week} runs on armv7 and arm64.
${more}`;
}

/** What the editor writes beside it. */
const writeFacts = (week: number) => `- article: Spoonfs ${week} for small boards
  says: Spoonfs ${week} runs on armv7 and arm64.
  about: [Spoonfs]
  on: [armv7, arm64]
  status: yes
  asks: [which boards does spoonfs run on?]
`;

const name = (year: number, week: number) => `${year}/${year}-W${String(week).padStart(2, '0')}.md`;
const factsOf = (issue: string) => issue.replace(/\.md$/, '.facts.yaml');
const line = (text: string | undefined, number: number) => text?.split('\n')[number];
const earlier = (text: string | undefined) => [...(text ?? '').matchAll(/• .* \((\d{4}-W\d\d)\)/g)].map(([, id]) => id);

test('a newsletter’s winter: each issue is posted once, when an editor would expect it, and nothing else is', async (t) => {
  const { folder, edit, at, clock, desk, channels, startProcess } = await openKitchen(t);
  const put = async (year: number, week: number, parts = {}) => {
    await folder.write(factsOf(name(year, week)), writeFacts(week));
    await folder.write(name(year, week), write(year, week, parts));
  };

  // Thursday. There are two issues when somebody subscribes the channel: neither is news.
  await edit(async () => {
    await put(2017, 44);
    await put(2017, 45);
  });
  clock.nowMs = Date.parse('2017-11-16T09:00+01:00');
  const answer = await desk.subscribe({ platform: 'slack', channelId: 'C1', workspaceId: 'T1', askerId: 'U1' }, '');
  assert.equal(answer.kind, 'subscribed');
  assert.deepEqual(await at('2017-11-16T12:00+01:00'), []);

  // The next morning the editor adds that day's issue. At noon it is posted, and not a second before.
  await edit(() =>
    put(2017, 46, { more: '\n## Problems not yet solved\n\n### The lid of Spoonfs sticks\n\nNobody knows why.\n' }),
  );
  assert.deepEqual(await at('2017-11-17T11:59:59+01:00'), []);
  const [first, ...others] = await at('2017-11-17T12:00+01:00');
  assert.deepEqual(others, []);
  assert.equal(
    first,
    `Kitchen Weekly, week 46 of 2017
Issue 2017-W46, 17 November 2017.
In this issue
• ✅ Spoonfs 46 for small boards
Known problems, still open
• The lid of Spoonfs sticks`,
  );

  // It is amended the same day, and moved to another folder: still the same issue.
  await edit(() => put(2017, 46, { more: '\nSpoonfs 46 runs on armv6 as well.\n' }));
  await edit(async () => {
    for (const file of [factsOf(name(2017, 46)), name(2017, 46)])
      await rename(join(folder.path, file), join(folder.path, basename(file)));
  });
  assert.deepEqual(await at('2017-11-17T18:00+01:00'), []);
  assert.deepEqual(await at('2017-11-24T12:00+01:00'), []);

  // For Christmas the editor adds the whole of 2017. What came before the channel's last issue is history; of the rest
  // the newest is posted, with a line for each of the others.
  await edit(async () => {
    for (let week = 1; week <= 52; week++) if (week !== 46) await put(2017, week);
  });
  const christmas = await at('2017-12-29T12:00+01:00');
  assert.equal(christmas.length, 1);
  assert.equal(line(christmas[0], 0), 'Kitchen Weekly, week 52 of 2017');
  assert.deepEqual(earlier(christmas[0]), ['2017-W51', '2017-W50', '2017-W49', '2017-W48', '2017-W47']);

  // Five weeks without an issue: nothing to say, five times.
  for (const day of ['01-05', '01-12', '01-19', '01-26', '02-02']) {
    assert.deepEqual(await at(`2018-${day}T12:00+01:00`), []);
  }

  // A draft is no issue; without the mark it is, on the next date.
  await edit(() => put(2018, 6, { front: 'draft: true\n' }));
  assert.deepEqual(await at('2018-02-09T12:00+01:00'), []);
  await edit(() => put(2018, 6));
  assert.deepEqual(await at('2018-02-09T13:00+01:00'), []);
  const undrafted = await at('2018-02-16T12:00+01:00');
  assert.deepEqual(
    undrafted.map((text) => line(text, 0)),
    ['Kitchen Weekly, week 6 of 2018'],
  );

  // Next week's issue lies ready, and next month's, too. Each waits for its day.
  await edit(async () => {
    await put(2018, 8);
    await put(2018, 12);
  });
  assert.deepEqual(await at('2018-02-22T12:00+01:00'), []);
  assert.deepEqual(
    (await at('2018-02-23T12:00+01:00')).map((text) => line(text, 0)),
    ['Kitchen Weekly, week 8 of 2018'],
  );

  // The same week twice: nobody can say which is meant, and the one that was posted stays.
  await edit(() => folder.write('drafts/2018-W08.md', write(2018, 8, { more: '\nAnother one.\n' })));
  assert.deepEqual(await at('2018-03-02T12:00+01:00'), []);
  await edit(() => rm(join(folder.path, 'drafts/2018-W08.md')));

  // The machine sleeps for five weeks, through the change of the clocks; the editor does not. It wakes on a Sunday: two
  // days late is late enough for one post with everything, and too late for five.
  await edit(async () => {
    for (const week of [9, 10, 11, 13, 14]) await put(2018, week);
  });
  const woken = await at('2018-04-08T15:00+02:00');
  assert.deepEqual(
    woken.map((text) => line(text, 0)),
    ['Kitchen Weekly, week 14 of 2018'],
  );
  assert.deepEqual(earlier(woken[0]), ['2018-W13', '2018-W12', '2018-W11', '2018-W10', '2018-W09']);

  // It sleeps again, and wakes on a Thursday: the next date is near, so that it waits for it. Then all goes on by the
  // clock on the wall, restarted at the very second or not.
  await edit(async () => {
    await put(2018, 15);
    await put(2018, 16);
  });
  assert.deepEqual(await at('2018-04-19T15:00+02:00'), []);
  await edit(() => put(2018, 17));
  clock.nowMs = Date.parse('2018-04-20T12:00+02:00');
  await Promise.all([startProcess().runRound(), startProcess().runRound()]);
  assert.deepEqual(await at('2018-04-20T12:00+02:00'), []);
  assert.equal(line(channels.arrived.at(-1)?.text, 0), 'Kitchen Weekly, week 16 of 2018');
  assert.deepEqual(await at('2018-04-27T12:00+02:00').then((posts) => posts.map((text) => line(text, 0))), [
    'Kitchen Weekly, week 17 of 2018',
  ]);
  assert.equal(channels.arrived.length, 7);
});

test('years later the old issues are added to the newsletter of today: not one of them is posted', async (t) => {
  const { folder, edit, at, desk, clock } = await openKitchen(t);
  await edit(() => folder.write(name(2026, 47), write(2026, 47)));
  clock.nowMs = Date.parse('2026-11-24T09:00+01:00');
  await desk.subscribe({ platform: 'slack', channelId: 'C1', workspaceId: 'T1', askerId: 'U1' }, '');
  await edit(async () => {
    for (let week = 1; week <= 52; week++) await folder.write(name(2017, week), write(2017, week));
  });
  assert.deepEqual(await at('2026-11-27T12:00+01:00'), []);
});
