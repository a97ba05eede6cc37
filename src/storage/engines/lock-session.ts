import pg from 'pg';

/**
 * Server and client must agree on who holds a lock when the network between them dies. The server gives the session up
 * after 15 s without an answer; we ask every 4 s and give up after 4 s more, so we stop before anybody else can begin.
 */
const serverKeepsSilentSession = `
  set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2;
  set tcp_user_timeout = 15000; set idle_session_timeout = 0`;
export const lockTiming = { askEveryMs: 4_000, answerWithinMs: 4_000 };

/** One connection of its own, asked for a sign of life again and again. */
export interface LockSession {
  readonly ask: (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;
  /** The names of the locks it holds. */
  readonly held: Set<string>;
  readonly lost: AbortSignal;
  readonly end: () => Promise<void>;
}

/** Connects; `whenOver` is told once that the session is over, with the error unless it was ended here. */
export async function openLockSession(
  config: pg.ClientConfig,
  { askEveryMs, answerWithinMs }: typeof lockTiming,
  whenOver: (error: Error | undefined) => void,
): Promise<LockSession> {
  const client = new pg.Client({ ...config, query_timeout: answerWithinMs });
  const lost = new AbortController();
  let heartbeat: NodeJS.Timeout | undefined;
  const stop = (error?: Error) => {
    clearTimeout(heartbeat);
    if (lost.signal.aborted) return;
    lost.abort(error);
    whenOver(error);
  };
  const cut = (error: Error) => {
    stop(error);
    // Without a goodbye: the server may not be there to hear it.
    client.connection.stream.destroy();
  };
  client.on('error', cut);
  client.on('end', () => stop());

  // A connection takes one question at a time.
  let before: Promise<unknown> = client.connect();
  const ask: LockSession['ask'] = async (text, values = []) => {
    const answer = before.then(() =>
      client.query<Record<string, unknown>>(text, values.length ? [...values] : undefined),
    );
    before = answer.catch(() => undefined);
    return (await answer).rows;
  };
  const beat = () => {
    if (lost.signal.aborted) return;
    heartbeat = setTimeout(() => ask('select 1').then(beat, cut), askEveryMs).unref();
  };
  try {
    await ask(serverKeepsSilentSession);
  } catch (error) {
    client.connection.stream.destroy();
    throw error;
  }
  beat();
  return {
    ask,
    held: new Set(),
    lost: lost.signal,
    async end() {
      stop();
      await client.end();
    },
  };
}
