/** What came of many questions on a platform, in a short time. */
export interface PlatformLoadRecord {
  readonly asked: number;
  readonly perSecond: number;
  /** Exactly once each, when it is as many as were asked. */
  readonly answers: number;
  /** Of those that came at all. */
  readonly slowestAckMs: number;
  /** Deliveries that were not acknowledged while the platform waits. */
  readonly lateAcks: number;
  /** From the mention to the posted answer. */
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** What the bot itself computes for one, whatever else the machine does. */
  readonly cpuMsPerAnswer: number;
  /** Processes that wanted to run in the minute before; on a machine that does nothing else it is near 0. */
  readonly loadBefore: number;
}
