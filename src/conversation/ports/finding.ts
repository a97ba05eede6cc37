/** One thing that was checked, and how it stands. No secret is in it. */
export interface Finding {
  /** What was checked, such as `Store`. */
  readonly subject: string;
  /** `fault`: it must be mended, or something will not work. `warning`: it works, and somebody should look. */
  readonly level: 'ok' | 'warning' | 'fault';
  /** One sentence. */
  readonly statement: string;
  /** What to do; undefined when nothing is. */
  readonly remedy?: string;
}
