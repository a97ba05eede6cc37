/** The three streams of a process, passed in so that nothing below needs the process itself. */
export interface ProcessStreams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly errors: NodeJS.WriteStream;
}
