import { inventArchive } from '../answering/invented-archive.ts';

const ISSUES = {
  '2030-W10': `# Garden Weekly

### Mulchd 2.0 is out

Mulchd 2.0 runs on arm64 and on armv7.
Mulchd keeps a compost heap tidy.
The source is at [its repository](https://code.example/mulchd/mulchd).

### A tour of compost daemons

There are many programs for a heap, and some are old.
Somebody compared the temperature of each after a week, which took a while because the sensors had to be bought first.
The list names Wormctl, Rotfs and, at the very end, Mulchd.

### Rakelib for the Raspberry Pi

Rakelib draws lines in gravel; it needs a Raspberry Pi 3.

### Watering by Automatic Garden Hose

The Automatic Garden Hose project ships a controller. There is no AGH for Windows.
`,
  '2030-W11': `# Garden Weekly

### Rakelib 1.1

Rakelib draws lines in gravel; it needs a Raspberry Pi 3.

### Node.js on a shed computer

Node.js 8.4 builds on armv6 when the swap is large enough.

### Subscribe

Mulchd Mulchd Mulchd: subscribe to this newsletter and get a sticker of Mulchd.
`,
};

/** Two issues of a newsletter about gardens that nobody wrote, without facts, read as the real ones are. */
export const gardenArchive = inventArchive(ISSUES);
