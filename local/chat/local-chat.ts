import type { Drawn } from '../drawing/drawn.ts';

/** What the platforms give three seconds for: a small board that runs all of it at once may need more. */
export const answerWithinMs = 30_000;

/** A channel, a thread, a direct message or a tab of the bot's own. */
export interface Place {
  readonly id: string;
  readonly label: string;
  /** What the box to type into says; undefined where nothing can be written. */
  readonly invitation: string | undefined;
}

/** What a person did, by the names of the fields of the form that was sent; `do` says what. */
export type Act = Readonly<Record<string, string | undefined>>;

export interface ActOutcome {
  /** Whether the bot hears of it, so that an answer may be waited for. */
  readonly isHeard: boolean;
  /** Where the person is now. */
  readonly place: string;
}

/** A line that the box would complete to. */
export interface Suggestion {
  readonly draft: string;
  readonly label: string;
  readonly description: string;
}

/** A local platform with one person before it: what they see and what they can do. The page and the prompt are two views of it. */
export interface LocalChat {
  readonly platform: 'Slack' | 'Discord';
  readonly person: string;
  readonly style: string;
  /** What to type, for whoever has never seen it. */
  readonly welcome: string;
  readonly places: () => readonly Place[];
  /** The person goes there; resolves when there is something to see. */
  readonly visit: (place: string) => Promise<void>;
  /** The messages, oldest first, and what lies above them, such as a modal. */
  readonly draw: (place: string) => readonly Drawn[];
  readonly suggest: (place: string, draft: string) => Promise<readonly Suggestion[]>;
  /** Throws an `ActRefusal` for what the platform's own client would not let the person do. */
  readonly act: (place: string, act: Act) => Promise<ActOutcome>;
  /** What the bot has made there so far, as a key that changes with it; undefined while it is about to make something. */
  readonly progress: (place: string) => string | undefined;
  /** Calls back after every change, from now on; the returned function ends that. */
  readonly watch: (onChange: () => void) => () => void;
  /** What the bot is to be started with. */
  readonly settings: Readonly<Record<string, string>>;
  /** Resolves when the bot is connected and knows what it is asked. */
  readonly untilConnected: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Between the values of a field that takes several. */
const valueSeparator = '\u001f';

/** A form as it was sent. */
export function readForm(form: URLSearchParams): Act {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join(valueSeparator)]));
}

/** The values of a field that takes several; none where nothing was chosen. */
export function readValues(field: string | undefined): string[] {
  return field === undefined ? [] : field.split(valueSeparator);
}

/** What the person cannot do, said to them. */
export class ActRefusal extends Error {}

/** The part of `do` before and after its colon. */
export function readAct(act: Act): { readonly verb: string; readonly argument: string } {
  const [, verb = '', argument = ''] = /^([a-z]*)(?::([\s\S]*))?$/.exec(act.do ?? 'send') ?? [];
  return { verb, argument };
}

/** The list that an argument is. */
export function readList(argument: string): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(argument);
    if (Array.isArray(list)) return list;
  } catch {}
  throw new ActRefusal('That button is none of this page. Reload it.');
}

/** What was typed or chosen, by the names of the fields. */
export function readFields(act: Act): Record<string, string> {
  return Object.fromEntries(
    Object.entries(act).flatMap(([name, value]) =>
      name.startsWith('field:') && value !== undefined ? [[name.slice('field:'.length), value]] : [],
    ),
  );
}
