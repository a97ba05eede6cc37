/** Why a message was not delivered, in no platform's words; adapters translate, nobody else looks into an SDK's error. */
export type DeliveryFailure =
  /** The platform or the network is at fault; the same message may go through later. */
  | 'try-later'
  /** The channel is gone, or this bot may not post in it until somebody there lets it: nothing more is sent there. */
  | 'destination-gone'
  /** The platform refuses this message, or this bot altogether (its token); trying again at once changes nothing. */
  | 'rejected';

/** Thrown by whatever sends. `message` says what a person can do, without any secret. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly reason: DeliveryFailure;
  /** How long the platform asks us to wait. */
  readonly retryAfterMs: number | undefined;
  /** True when the platform may have taken the message all the same: never send it again without a look. */
  readonly mayHaveArrived: boolean;
  /** The message that stands already, where what failed came after it. */
  readonly sentAs: string | undefined;

  constructor(
    reason: DeliveryFailure,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number | undefined; mayHaveArrived?: boolean; sentAs?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.reason = reason;
    this.retryAfterMs = options.retryAfterMs;
    this.mayHaveArrived = options.mayHaveArrived ?? false;
    this.sentAs = options.sentAs;
  }
}

/** The same failure of something that came before sending: what was to be sent has certainly not arrived. */
export function asNotSent({ reason, message, cause, retryAfterMs }: DeliveryError): DeliveryError {
  return new DeliveryError(reason, message, { cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
}
