import { readFileSync } from 'node:fs';

/** The most memory that this process held at any time so far, in MB; as the kernel counts it where it tells. */
export function readPeakMemoryMb(): number {
  const { maxRSS } = process.resourceUsage();
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Number(kilobytes ?? maxRSS) / 1024;
  } catch {
    return maxRSS / 1024;
  }
}
