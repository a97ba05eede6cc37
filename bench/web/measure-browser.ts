import { type Browser, chromium } from 'playwright-core';

/** Medians over several visits, each in a browser session of its own. */
export interface BrowserFigures {
  /** From Enter until the answer is painted. */
  readonly answerMs: number;
  /** From the request for the whole table until it is laid out and painted. */
  readonly tableMs: number;
}

const VISITS = 9;

/** Looks at the page with a real Chromium; undefined where there is none. */
export async function measureBrowser(
  address: string,
  executablePath: string,
  question: string,
): Promise<BrowserFigures> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const answers: number[] = [];
    const tables: number[] = [];
    for (let visit = 0; visit < VISITS; visit++) {
      answers.push(await measureAnswer(browser, address, question));
      tables.push(await measureTable(browser, `${address}/table`));
    }
    return { answerMs: median(answers), tableMs: median(tables) };
  } finally {
    await browser.close();
  }
}

/** Pressing Enter begins a navigation; the browser's own clock runs from there. */
async function measureAnswer(browser: Browser, address: string, question: string): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.fill('#q', question);
  await page.press('#q', 'Enter');
  await page.waitForSelector('.lead');
  const painted = await page.evaluate<number>(paintedMs);
  await page.context().close();
  return painted;
}

async function measureTable(browser: Browser, url: string): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  const drawn = await page.evaluate<number>(drawnMs);
  await page.context().close();
  return drawn;
}

const paintedMs = `new Promise((resolve) => {
  const look = (list) => list.filter(({ name }) => name === 'first-contentful-paint').forEach(({ startTime }) => resolve(startTime));
  look(performance.getEntriesByType('paint'));
  new PerformanceObserver((list) => look(list.getEntries())).observe({ type: 'paint', buffered: true });
})`;

/** The last row is there, its place is known, and a frame was drawn with it. */
const drawnMs = `new Promise((resolve) => {
  document.querySelector('tbody tr:last-child').getBoundingClientRect();
  const loadedMs = performance.getEntriesByType('navigation')[0].loadEventEnd;
  const paints = () => performance.getEntriesByType('paint').map(({ startTime }) => startTime);
  requestAnimationFrame(() => setTimeout(() => resolve(Math.max(loadedMs, ...paints())), 0));
})`;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
