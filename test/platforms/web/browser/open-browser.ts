import { existsSync } from 'node:fs';
import { after } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => existsSync(path));

/** Why these tests cannot run here, for `skip`; false where they can. */
export const skipReason =
  executablePath === undefined && 'there is no Chromium here ("apt-get install chromium" brings one)';

/** Starts a real Chromium, which ends with the suite or file that starts it. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  after(() => browser.close());
  return browser;
}

/** A page of its own; whatever it asks of another host, and whatever it says is wrong, is kept. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page & { readonly troubles: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|data:|file:)/.test(request.url())) troubles.push(`asked for ${request.url()}`);
  });
  return Object.assign(page, { troubles });
}
