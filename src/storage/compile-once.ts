import type { Compilable, CompiledQuery } from 'kysely';

/** What stands for a value in a statement until the value is known. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement whose text is made once, for what every message needs: making it takes longer than running it. `build` gets
 * what stands for each value; it goes where a value goes, and nowhere else.
 */
export function compileOnce<Values extends Readonly<Record<string, string | number>>, Row>(
  build: (value: <Name extends keyof Values & string>(name: Name) => Values[Name]) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  let compiled: CompiledQuery<Row> | undefined;
  return (values) => {
    compiled ??= build((name) => new Placeholder(name) as never).compile();
    const parameters = compiled.parameters.map((one) => (one instanceof Placeholder ? values[one.name] : one));
    return { ...compiled, parameters };
  };
}
