import * as v from 'valibot';

/** A setting as data: what its value must be, and what else has to be known of it. */
export interface Setting<Value = unknown> {
  /** Of the text without the blanks and quotes around it; undefined when nothing is set. Its messages say what is expected. */
  readonly schema: v.GenericSchema<string | undefined, Value>;
  /** Whether the value must never be shown. */
  readonly isSecret?: boolean;
  /** Copied from a platform's page, in printable ASCII without blanks, or made up by the operator: how a placeholder looks. */
  readonly origin?: 'copied' | 'invented';
  /** Whether something listens there: each setting needs a port of its own. */
  readonly isPort?: boolean;
}

/** Settings by their names. */
export type Settings = Readonly<Record<string, Setting>>;

/** What settings give. */
export type ValuesOf<Some extends Settings> = {
  readonly [Name in keyof Some]: v.InferOutput<Some[Name]['schema']>;
};

/** Gives a setting's value; undefined when it is not set or empty. */
export type ReadSetting = (name: string) => string | undefined;

/** Checked settings; undefined without a problem where they are not wanted. A problem is a sentence with name and remedy, without any value. */
export interface Checked<Values> {
  readonly settings: Values | undefined;
  readonly problems: readonly string[];
}

/** Checks settings, all at once. One with a problem is left out; a problem is a sentence with the setting's name and the remedy. */
export function checkSettings<Some extends Settings>(
  settings: Some,
  readSetting: ReadSetting,
): { readonly values: Partial<ValuesOf<Some>>; readonly problems: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema }] of Object.entries(settings)) {
    const { success, output, issues } = v.safeParse(schema, readSetting(name));
    if (success) values[name] = output;
    else problems.push(...issues.map(({ message }) => `${name}: ${message}`));
  }
  return { values: values as Partial<ValuesOf<Some>>, problems };
}
