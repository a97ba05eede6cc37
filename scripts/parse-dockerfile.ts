/** One instruction of a Dockerfile: its name, its flags (`--from=…`) and the rest of the line. */
export interface Instruction {
  readonly name: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly text: string;
  /** Where it begins, 1-based. */
  readonly line: number;
}

/** The instructions from one FROM to the next. */
export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** The variables of an ENV instruction, from what stands behind its name. */
export function readVariables(text: string): (readonly [name: string, value: string])[] {
  return [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const);
}

const flag = /^--([a-z-]+)=(\S+)\s+/;

/** Reads a Dockerfile as its stages; understands what ours needs, and refuses the rest rather than misread it. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of readInstructions(text)) {
    if (instruction.name === 'FROM') {
      const [, base = '', name = `stage ${stages.length}`] = /^(\S+)(?: AS (\S+))?$/.exec(instruction.text) ?? [];
      if (base === '') throw new Error(`line ${instruction.line}: FROM is not understood`);
      stages.push({ name, base, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`line ${instruction.line}: an instruction before FROM`);
      stage.instructions.push(instruction);
    }
  }
  return stages;
}

function* readInstructions(text: string): Generator<Instruction> {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    let whole = lines[at] ?? '';
    if (/^\s*(?:#|$)/.test(whole)) continue;
    while (whole.endsWith('\\')) whole = `${whole.slice(0, -1).trimEnd()} ${(lines[++at] ?? '').trim()}`;
    const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(whole) ?? [];
    if (name === undefined || rest === undefined) throw new Error(`line ${line}: not understood: ${whole}`);
    const flags: Record<string, string> = {};
    let tail = rest;
    // A health check's own command comes behind its flags, and is no flag.
    for (let match = flag.exec(tail); match !== null; match = flag.exec(tail)) {
      flags[match[1] ?? ''] = match[2] ?? '';
      tail = tail.slice(match[0].length);
    }
    yield { name, flags, text: tail.trim(), line };
  }
}
