import type { RunningPart } from './running-part.ts';

/** A part that begins when it can: what falls due before stays as it is, to be done then. */
export function startAfter(ready: Promise<unknown>, name: string, start: () => RunningPart): RunningPart {
  let started: RunningPart | undefined;
  let isStopped = false;
  void ready.then(() => {
    if (!isStopped) started = start();
  });
  return {
    name,
    lastBeatMs: () => started?.lastBeatMs?.(),
    async stop() {
      isStopped = true;
      await started?.stop();
    },
  };
}
