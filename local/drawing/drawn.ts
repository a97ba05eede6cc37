/** A drawing of what a platform's client shows: words, and elements around them. Words are never markup. */
export type Drawn = string | DrawnElement;

export interface DrawnElement {
  readonly tag: string;
  /** `true`: the attribute stands without a value; `undefined`: it is left out. */
  readonly attributes: Attributes;
  readonly children: readonly Drawn[];
}

export type Attributes = Readonly<Record<string, string | true | undefined>>;

/** An element by its HTML name. */
export function draw(tag: string, attributes: Attributes, ...children: readonly Drawn[]): DrawnElement {
  return { tag, attributes, children };
}

/** The parts, each on a line of its own in the HTML. */
export function drawLines(parts: readonly Drawn[]): Drawn[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : ['\n', part]));
}

/** A piece of a payload that nothing here knows how to draw, as it came: what is not understood is not kept from anybody. */
export function drawRaw(piece: unknown): DrawnElement {
  return draw('pre', { class: 'raw' }, JSON.stringify(piece, undefined, 1) ?? String(piece));
}
