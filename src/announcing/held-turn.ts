/** A turn that is held until it is released, or lost. */
export interface HeldTurn {
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}
