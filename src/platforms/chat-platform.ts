import type { ChannelNaming, ChannelSender } from '#announcing/channel-sender.ts';
import type { CommandSpec, OptionKind } from '#commands/command-spec.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { HandledEvents } from '#conversation/ports/handled-events.ts';
import type { Installations } from '#conversation/ports/installations.ts';
import type { LineKeeper } from '#conversation/ports/line-keeper.ts';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import type { Sealer } from '#conversation/ports/sealer.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Trace } from '#conversation/ports/trace.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Rate, Respond, Response } from '#conversation/response.ts';
import type { ReadSetting, Settings } from '#settings/check-settings.ts';

/**
 * A chat platform as all else knows it. This much is loaded with every command: what weighs anything, its SDK above all, is
 * loaded by the functions that need it, and only where its settings are there.
 */
export interface ChatPlatform {
  /** In small letters: what it is called in settings, on the command line and in the store. */
  readonly name: string;
  /** As people write it. */
  readonly title: string;
  readonly settings: Settings;
  /** The setting that sets it up; undefined where it serves because no other platform is set up. */
  readonly tokenSetting: string | undefined;
  /** How its channels stand in the settings; undefined where nothing is posted. */
  readonly channels: ChannelNaming | undefined;
  /** What it must be told of the bot before it lets it in; undefined where that is nothing. */
  readonly manifest: PlatformManifest | undefined;
  /** Checks all its settings at once. Paths in them are relative to the working folder. */
  readonly setUp: (readSetting: ReadSetting, workingFolder: string) => PlatformSetUp;
}

/** Undefined `ready` without a problem: it is not set up. A problem is a sentence with the setting's name and the remedy. */
export interface PlatformSetUp {
  readonly ready: ReadyPlatform | undefined;
  readonly problems: readonly string[];
}

/** A platform whose settings are sound. */
export interface ReadyPlatform extends Pick<ChatPlatform, 'name' | 'title'> {
  /** Sentences about settings that nothing comes of beside the others. */
  readonly idleSettings: readonly string[];
  /** What keys the notes of readers where no `SECRET_KEY` is set. */
  readonly readerSecret: string | undefined;
  /** Once in a process: what listens and what posts share what the platform counts together. */
  readonly open: (parts: OpeningParts) => Promise<OpenPlatform>;
  /** Asks the platform what is wrong; the first finding is about the right to post. Nothing is changed or posted. */
  readonly examine: (parts: ExaminingParts) => AsyncIterable<Finding>;
  /** Undefined where no other machine is asked. */
  readonly findClock: () => Promise<PlatformClock | undefined>;
}

/** A platform that can be posted on, and listened to; neither has begun. */
export interface OpenPlatform {
  /** Posts whether events are heard or not; undefined where nothing is posted. */
  readonly sender: ChannelSender | undefined;
  /**
   * Connects, and answers whatever is asked there.
   *
   * @throws AccessError when the platform refuses the bot, with the setting's name and the remedy.
   */
  readonly connect: (parts: HearingParts) => Promise<PlatformConnection>;
}

/** A connection that stands. */
export interface PlatformConnection {
  readonly isConnected: () => boolean;
  /** Hears nothing more, and resolves when what was heard has been answered. */
  readonly stop: () => Promise<void>;
  /** Resolves to the reason when the connection is over for good; what passes by the adapter mends itself. */
  readonly whenOver?: Promise<unknown>;
}

/** What a platform is opened with. */
export interface OpeningParts {
  readonly tools: Tools;
  readonly store: PlatformStore;
  /** Undefined where no `SECRET_KEY` is set. */
  readonly sealer?: Sealer | undefined;
  /** Whether other processes may serve the same bot with the same store. */
  readonly hasReplicas?: boolean;
  /** Aborts when the process stops. */
  readonly signal?: AbortSignal | undefined;
}

/** What a platform may keep. */
export interface PlatformStore {
  readonly installations: Installations;
  readonly lineKeeper: LineKeeper;
  readonly locks: NamedLocks;
}

/** What a platform works with that hears people. */
export interface HearingParts {
  readonly respond: Respond;
  readonly rate: Rate;
  readonly events: HandledEvents;
  /** The work for each event goes through it. */
  readonly trace: Trace;
  readonly offers: Offers;
  readonly streams: Streams;
}

/** Lines that belong to no answer, such as that a file cannot be read any more. */
export interface Asides {
  /** From now on they are shown so; undefined: as before. */
  readonly showBy: (show: ((text: string) => void) | undefined) => void;
}

/** The process's own. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** What is told beside the chat while somebody types there. */
  readonly asides?: Asides;
}

/** What can be offered to people before they have asked. */
export interface Offers {
  readonly commands: readonly CommandSpec[];
  /** The longest question that is read. */
  readonly maxQuestionCharacters: number;
  /** What a half-typed option may become, likeliest first. */
  readonly complete: (kind: OptionKind, typed: string, limit: number) => readonly Choice[];
  /** What can follow in a half-typed line: each candidate takes the place of `replaced`, the end of the line. */
  readonly completeLine: (line: string) => { readonly candidates: readonly string[]; readonly replaced: string };
  /** Questions that this archive can answer. */
  readonly suggestQuestions: (limit: number) => readonly string[];
  /** One line, for a chat to open with. */
  readonly greet: () => Reply;
  readonly getHome: () => HomeContent;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a page of the bot's own shows, one below the other. */
export interface HomeContent {
  readonly newestIssue: Response;
  readonly recentChanges: Response;
  /** Whole questions. */
  readonly examples: Response;
}

export interface ExaminingParts {
  readonly tools: Tools;
  readonly commands: readonly CommandSpec[];
}

/** An address that answers anybody and tells the time, and how to ask it. */
export interface PlatformClock {
  readonly address: URL;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a platform must be told of the bot, as the subcommand `manifest` writes it. */
export interface PlatformManifest {
  /** What it is, for help. */
  readonly summary: string;
  /** What may stand behind its name on the command line, for help. */
  readonly usage: string;
  readonly options: Readonly<Record<string, { readonly takes?: string; readonly help: string }>>;
  readonly write: (parts: ManifestParts) => Promise<ManifestResult>;
}

export interface ManifestParts {
  /** Those of the command line that were given. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly readSetting: ReadSetting;
  readonly commands: readonly CommandSpec[];
  /** Reads the archive. */
  readonly suggestQuestions: (limit: number) => Promise<readonly string[]>;
}

export type ManifestResult =
  | { readonly text: string; readonly problem?: undefined }
  /** A sentence with the name of the option or the setting and the remedy. */
  | { readonly text?: undefined; readonly problem: string };
