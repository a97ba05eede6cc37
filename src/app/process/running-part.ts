/** Something that goes on until it is stopped: a platform, or a job beside the platforms. */
export interface RunningPart {
  readonly name: string;
  /** Begins nothing more, and resolves when what was begun is finished. */
  readonly stop: () => Promise<void>;
  /** For a job that goes round about once a minute: when it last did. Readiness goes by it. */
  readonly lastBeatMs?: () => number | undefined;
}
