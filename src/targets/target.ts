/** Something that software runs on: an architecture, a family of them, a device, an operating system. Plain data. */
export interface Target {
  /** Lower case, stable: `arm64`, `armv6`, `raspberry-pi-zero`, `windows`. */
  readonly id: string;
  readonly kind: 'architecture' | 'family' | 'device' | 'operating-system';
  /** As a person writes it in a sentence: "arm64", "Raspberry Pi Zero", "Windows". */
  readonly label: string;
  /** Every other way to write it, lower case, without the label itself. Blank, dot and hyphen are interchangeable. */
  readonly names: readonly string[];
  /** Names that are also ordinary words ("power", "mac"): they count only in the company that `onlyWhen` asks for. */
  readonly ambiguousNames?: readonly AmbiguousName[];
  /** For a family: the ids of its members ("32-bit Arm" → armv5, armv6, armv7). Also for a line of devices. */
  readonly members?: readonly string[];
  /** For a family: the members that people mean when they use its bare name ("Arm" → arm64). */
  readonly usually?: readonly string[];
  /** For a family: the members of which a bare "runs on FAMILY" says nothing ("Arm" → armv6). */
  readonly silentOn?: readonly string[];
  /** For a device: the architectures whose programs it runs, its native one first. */
  readonly runs?: readonly string[];
  /** For a device: its names are those of several models, and what is said of one is said of no other. */
  readonly isOfModels?: boolean;
  /** For a device that in practice runs one operating system only: the id of that system (an M1 Mac → `macos`). */
  readonly system?: string;
  /** For an operating system: it exists for processors of several families, and a program for it may be for one of them alone. */
  readonly isOnManyProcessors?: boolean;
  /** The id of what it is a kind of: a distribution (`ubuntu` → `linux`), a model of a line of devices. */
  readonly isA?: string;
}

/** A name that counts only where one of the `onlyWhen` conditions holds; `a+b` asks for both (see `name-conditions.ts`). */
export interface AmbiguousName {
  readonly name: string;
  readonly onlyWhen: readonly string[];
}
