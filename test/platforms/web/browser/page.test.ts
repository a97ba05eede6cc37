import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { suite, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { openArchive } from '#archive/open-archive.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';
import { servePage } from '../../../fixtures/serve-page.ts';
import { week41Folder } from '../../../fixtures/week-41-folder.ts';
import { openBrowser, openPage, skipReason } from './open-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const question = 'does balena run on armv6?';
/** All that can differ when only the colours do. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];
const paths = [
  '/',
  `/?q=${encodeURIComponent(question)}`,
  '/?q=status+balena',
  '/table',
  '/table/any/no',
  '/subjects',
  '/subjects/balena',
  '/issues',
  '/issues/2017-W41',
  '/nothing',
];

suite('the page in Chromium', { skip: skipReason }, async () => {
  if (skipReason) return;
  const browser = await openBrowser();
  await using archive = await openArchive({ dir: week41Folder, log: keepLog() });
  const snapshot = archive.current;
  const { address } = await servePage({ getSnapshot: () => snapshot, now: () => Date.now() });

  test('has nothing that axe finds fault with, be it light or dark', async () => {
    // The checker is put in from outside; what the page itself may run is looked at below.
    const page = await openPage(browser, { colorScheme: 'light', bypassCSP: true });
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address + path);
      await page.evaluate(axe);
      assert.deepEqual(await runAxe(page), [], path);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await runAxe(page, rulesOfColours), [], `${path} when it is dark`);
    }
  });

  test('is usable at 360 pixels, asks nothing of another host, and its own rules forbid it nothing that it needs', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    for (const path of paths) {
      await page.goto(address + path);
      const widest = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(widest <= 360, `${path} is ${widest} wide; only what scrolls by itself may be wider than the screen`);
      // The browser counts a page that is not there among the troubles.
      if (path !== '/nothing') assert.deepEqual(page.troubles, [], path);
    }
    await page.goto(address);
    const { width = 0, height = 0 } = (await page.locator('button[type=submit]').boundingBox()) ?? {};
    assert.ok(width >= 44 && height >= 44, 'the button is large enough for a finger');
  });

  test('is asked with the keyboard alone, and without scripts', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(address);
    // The field has the focus by itself, but a busy machine gives it after the page is there.
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?q=/);
    assert.match((await page.locator('.lead').textContent()) ?? '', /^✔ Yes, as of October 2017: Balena runs on /);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '2017-W41');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/issues\/2017-W41$/);
  });

  test('the table is narrowed with the keyboard, and a cell leads to its proof', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${address}/table`);
    await page.getByLabel('Kind').selectOption('container-runtime');
    await page.getByRole('button', { name: 'Show' }).press('Enter');
    await page.waitForURL(/\/table\/container-runtime$/);
    const row = page.getByRole('row', { name: /^Balena/ });
    await row.getByRole('link', { name: 'yes' }).first().click();
    await page.waitForURL(/\/subjects\/balena#on-/);
    const proof = page.locator('tr:target');
    assert.match((await proof.textContent()) ?? '', /Balena runs on armv5, armv6/);
  });
});

async function runAxe(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const options = rules.length === 0 ? {} : { runOnly: rules };
  const { violations } = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** What has the focus, by its words; asked of the browser itself, as scripts are off. */
async function focused(page: Page): Promise<string | null> {
  return page.locator(':focus').textContent();
}
