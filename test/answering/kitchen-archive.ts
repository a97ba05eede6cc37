import { inventArchive } from './invented-archive.ts';

/** Three issues about kitchen software that nobody wrote: a status that changes, families, boards, gaps and a remedy. */
export const kitchenArchive = inventArchive({
  '2031-W07': `# Kitchen Weekly, week 7 of 2031

### Teapotd 2.0 is out

Teapotd is a message broker from Brewsoft. Teapotd 2.0 runs on armv6, armv7, aarch64 and x86_64. There is no Teapotd for Windows or Mac. It gets along with 40 MB of memory.

- [Teapotd](https://teapotd.example)
- [Source code of Teapotd](https://git.example/teapotd)
- [How to install it](https://teapotd.example/install)

### Kettlectl on 64-bit Arm

Kettlectl controls fleets of kettles. Work is under way to port Kettlectl to arm64.

- [Kettlectl](https://kettlectl.example)

### Spoonfs reaches Arm

Spoonfs is a file system for log files. Spoonfs now runs on Arm.

### Mugboot for the Raspberry Pi 3

Mugboot starts in two seconds. Mugboot boots on the Raspberry Pi 3.

## Problems that are still open

### Forkd hangs on armv7

Forkd hangs at its start on armv7 boards. As a workaround, start it with \`--no-steam\`.

- [Forkd bug 77](https://bugs.example/77)
`,
  '2031-W09': `# Kitchen Weekly, week 9 of 2031

### Kettlectl is ported

The port of Kettlectl to arm64 is finished, and Kettlectl 3.1 is available for arm64.

### Panlib for everyone

Panlib is now available for all architectures.

### Whisk plans an agent

Whisk watches networks. Whisk will release an agent for 64-bit Arm later this year.

### Ladle on ARMv8 servers

Ladle supports ARMv8 servers. Jane Doe leads the work on Ladle.
`,
  '2031-W12': `# Kitchen Weekly, week 12 of 2031

### Sieve 5

Sieve 5 runs on 64-bit x86 and on arm64. Sieve needs a processor with four cores.

### Grater drops old boards

Grater 2 is missing its web interface, but otherwise it runs on armv7. Grater no longer runs on armv5.
`,
});
