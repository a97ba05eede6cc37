/** What a person may give a command: how typed text is understood, and what can be offered while typing. */
export type OptionKind =
  /** Anything at all; offers subjects and targets. */
  | 'question'
  /** Words to look for, in any order; offers subjects. */
  | 'words'
  /** A name that the archive knows; offers subjects. */
  | 'subject'
  /** A name, and where it is to run; offers subjects and targets. */
  | 'topic'
  /** A week, an issue's name, or words of a title or heading; offers issues. */
  | 'issue'
  /** A day, a time and a zone, in any order; offers days and zones. */
  | 'schedule'
  /** A name of the command list; offers exactly that. */
  | 'command';

export interface OptionSpec {
  /** Lower case, one word: Slack, Discord and help show it as it is. */
  readonly name: string;
  /** At most 100 characters, Discord's limit. */
  readonly description: string;
  readonly kind: OptionKind;
  readonly isRequired: boolean;
}

/** One command as plain data: parsing, help, completion and every platform's registration come from it. */
export interface CommandSpec {
  readonly name: string;
  /** At most 100 characters, Discord's limit. */
  readonly description: string;
  /** In the order in which they are typed; the last takes the rest of the line. */
  readonly options: readonly OptionSpec[];
  /** Whole lines that work as they stand. */
  readonly examples: readonly string[];
  /** Other whole lines, lower case, that mean this command without options. */
  readonly phrases?: readonly string[];
  /** `channel-managers`: who may decide for a channel, as each platform knows it. */
  readonly whoMay: 'anyone' | 'channel-managers';
  /** It has a meaning only where there are channels, and readers who are known again. */
  readonly needsChannels?: boolean;
  /** What its help says besides, a paragraph each. */
  readonly notes?: readonly string[];
  /** It changes something: nobody is to do that by trying out what the overview of help offers. */
  readonly hasEffect?: boolean;
}
