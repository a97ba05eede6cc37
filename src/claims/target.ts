/** Something that software runs on: an architecture, a family of them, a device, an operating system. Plain data. */
export interface Target {
  /** Lower case, stable: `arm64`, `armv6`, `raspberry-pi-zero`, `windows`. */
  readonly id: string;
  readonly kind: 'architecture' | 'family' | 'device' | 'operating-system';
  /** As a person writes it in a sentence: "arm64", "Raspberry Pi Zero", "Windows". */
  readonly label: string;
  /** Every other way to write it, lower case, without the label itself. Blank, dot and hyphen are interchangeable. */
  readonly names: readonly string[];
  /** For a family: the ids of its members ("32-bit Arm" → armv5, armv6, armv7). */
  readonly members?: readonly string[];
  /** For a device: the architectures whose programs it runs, its native one first. */
  readonly runs?: readonly string[];
  /** For an operating system or distribution: the id of what it is a kind of (`ubuntu` → `linux`). */
  readonly isA?: string;
}
