import { inventArchive } from './invented-archive.ts';

const subjects = `
- { name: Quernd, also: [Quern Daemon], kind: [database], by: Millsoft }
- { name: Foodb, kind: [database] }
- { name: Chaffql, kind: [database] }
- { name: Hopperfs, kind: [file system] }
- { name: Sievectl, kind: [container runtime] }
- { name: Wheatbox, kind: [container runtime] }
- { name: Rillos, kind: [distribution] }
- { name: Meal, kind: [programming language] }
- { name: Tarn One, kind: [laptop] }
- { name: Fanlight, kind: [browser] }
- { name: Ada Weir, kind: [person] }
- { name: Millsoft, kind: [company] }
`;

const week40 = {
  text: `---
title: Mill Weekly 40
---

### Quernd 2.0 is out

Quernd is a database for grain, made by Millsoft. Quernd 2.0 runs on armv6, armv7 and x86_64. There is no Quernd for
Windows. Quernd for arm64 is planned for 2030. Quernd needs 40 MB of memory.

- [Quernd](https://quernd.example)
- [Source code of Quernd](https://git.example/quernd)

### Hopperfs on small boards

Hopperfs is a file system for sacks. Hopperfs runs on the Raspberry Pi 3.
`,
  facts: `
- article: Quernd 2.0 is out
  says: Quernd is a database for grain, made by Millsoft.
  about: [Quernd, Millsoft]
  asks: [what is quernd?, who makes quernd?]
- article: Quernd 2.0 is out
  says: Quernd 2.0 runs on armv6, armv7 and x86_64.
  about: [Quernd]
  on: [armv6, armv7, x86_64]
  status: yes
  asks: [does quernd run on armv6?, quernd on 32-bit boards]
- article: Quernd 2.0 is out
  says: There is no Quernd for Windows.
  about: [Quernd]
  on: [Windows]
  status: no
  asks: [is there a windows build of quernd?]
- article: Quernd 2.0 is out
  says: Quernd for arm64 is planned for 2030.
  about: [Quernd]
  on: [arm64]
  status: planned
  asks: [will quernd run on arm64?]
- article: Quernd 2.0 is out
  says: Quernd needs 40 MB of memory.
  about: [Quernd]
  asks: [how much memory does quernd need?]
- article: Quernd 2.0 is out
  says: The source code of Quernd is at git.example/quernd.
  quote: https://git.example/quernd
  about: [Quernd]
  asks: [where is the source code of quernd?]
- article: Hopperfs on small boards
  says: Hopperfs is a file system for sacks.
  about: [Hopperfs]
  asks: [what is hopperfs?]
- article: Hopperfs on small boards
  says: Hopperfs runs on the Raspberry Pi 3.
  about: [Hopperfs]
  on: [Raspberry Pi 3]
  status: yes
  asks: [can i use hopperfs on a pi 3?]
`,
};

const week50 = {
  text: `---
title: Mill Weekly 50
---

### Quernd on 64-bit Arm

Work on Quernd for arm64 is under way. Ada Weir leads the port of Quernd to arm64.

### Sievectl 2

Sievectl 2 runs on armv6 and arm64. Sievectl is a container runtime of 12 MB.

### Rillos for boards

Rillos 5 boots on the Raspberry Pi 4. Rillos is a distribution for mills.
`,
  facts: `
- article: Quernd on 64-bit Arm
  says: Work on Quernd for arm64 is under way.
  about: [Quernd]
  on: [arm64]
  status: in-progress
  asks: [is quernd being ported to arm64?]
- article: Quernd on 64-bit Arm
  says: Ada Weir leads the port of Quernd to arm64.
  about: [Quernd, Ada Weir]
  asks: [who leads the quernd port?]
- article: Sievectl 2
  says: Sievectl 2 runs on armv6 and arm64.
  about: [Sievectl]
  on: [armv6, arm64]
  status: yes
  asks: [does sievectl run on armv6?]
- article: Rillos for boards
  says: Rillos 5 boots on the Raspberry Pi 4.
  about: [Rillos]
  on: [Raspberry Pi 4]
  status: yes
  asks: [does rillos boot on a pi 4?]
- article: Rillos for boards
  says: Rillos is a distribution for mills.
  about: [Rillos]
  asks: [what is rillos?]
`,
};

const week9 = {
  text: `---
title: Mill Weekly 9
link: https://mill.example/2031-9
---

### Quernd 2.1 for arm64

Quernd 2.1 runs on arm64. Ada Weir announced Quernd 2.1 on 24 February 2031. Quernd 2.1 is twice as fast as Quernd 2.0.

- [Release notes of Quernd 2.1](https://quernd.example/2.1)

### Foodb and Chaffql

Foodb runs on arm64. Foodb runs on Windows without its cache. Foodb costs 40 euros a year. Chaffql for arm64 is planned
for May 2031.

### Sievectl drops old boards

Sievectl 3 no longer runs on armv6.
`,
  facts: `
- article: Quernd 2.1 for arm64
  says: Quernd 2.1 runs on arm64.
  about: [Quernd]
  on: [arm64]
  status: yes
  asks: [does quernd run on arm64?]
- article: Quernd 2.1 for arm64
  says: Ada Weir announced Quernd 2.1 on 24 February 2031.
  about: [Quernd, Ada Weir]
  asks: [when did quernd 2.1 come out?, who announced quernd 2.1?]
- article: Quernd 2.1 for arm64
  says: Quernd 2.1 is twice as fast as Quernd 2.0.
  about: [Quernd]
  asks: [how fast is quernd 2.1?]
- article: Foodb and Chaffql
  says: Foodb runs on arm64.
  about: [Foodb]
  on: [arm64]
  status: yes
  asks: [does foodb run on arm64?]
- article: Foodb and Chaffql
  says: Foodb runs on Windows without its cache.
  about: [Foodb]
  on: [Windows]
  status: partly
  asks: [is there a windows build of foodb?]
- article: Foodb and Chaffql
  says: Foodb costs 40 euros a year.
  about: [Foodb]
  asks: [what does foodb cost?]
- article: Foodb and Chaffql
  says: Chaffql for arm64 is planned for May 2031.
  about: [Chaffql]
  on: [arm64]
  status: planned
  asks: [will chaffql run on arm64?]
- article: Sievectl drops old boards
  says: Sievectl 3 no longer runs on armv6.
  about: [Sievectl]
  on: [armv6]
  status: no
  asks: [does sievectl 3 still run on armv6?]
`,
};

const week12 = {
  text: `---
title: Mill Weekly 12
---

### Wheatbox hangs at its start

Wheatbox runs on armv6. Wheatbox hangs on armv7; it starts there with --no-steam.

### Meal 1.9

Meal 1.9 runs on arm64.

### The Tarn One

The Tarn One is a laptop with an arm64 processor. A port of Rillos to the Tarn One is under way.
`,
  facts: `
- article: Wheatbox hangs at its start
  says: Wheatbox runs on armv6.
  about: [Wheatbox]
  on: [armv6]
  status: yes
  asks: [does wheatbox run on armv6?]
- article: Wheatbox hangs at its start
  says: Wheatbox hangs on armv7; it starts there with --no-steam.
  about: [Wheatbox]
  on: [armv7]
  status: partly
  asks: [does wheatbox run on armv7?, workaround for the wheatbox hang]
- article: Meal 1.9
  says: Meal 1.9 runs on arm64.
  about: [Meal]
  on: [arm64]
  status: yes
  asks: [does meal run on arm64?]
- article: The Tarn One
  says: The Tarn One is a laptop with an arm64 processor.
  about: [Tarn One]
  asks: [what is the tarn one?]
- article: The Tarn One
  says: A port of Rillos to the Tarn One is under way.
  about: [Rillos]
  on: [Tarn One]
  status: in-progress
  asks: [does rillos run on the tarn one?]
`,
};

/** Four issues of a newsletter about mills that nobody wrote, with their facts: a status that changes, kinds, boards, gaps. */
export const millArchive = inventArchive(
  { '2029-W40': week40, '2030-W50': week50, '2031-W09': week9, '2031-W12': week12 },
  subjects,
);
