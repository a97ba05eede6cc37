// The few checks that the Block Kit shapes are built from. Each reports what is wrong and where, in the words that Slack uses.
import { isJsonObject, type JsonObject } from './slack-json.ts';

/** Takes one problem; the pointer is a JSON pointer into what was sent. */
export type Report = (pointer: string, message: string) => void;

/** Looks at one value and reports what Slack would refuse in it. */
export type Shape = (value: unknown, pointer: string, report: Report) => void;

/** Members of an object: a shape is optional, `required(shape)` is not. */
export type Members = Record<string, Shape | { readonly required: Shape }>;

export const required = (shape: Shape) => ({ required: shape });

/** A string with something visible in it. Length counts UTF-16 units of what is sent, the strictest reading. */
export function text(max: number, min = 1): Shape {
  return (value, pointer, report) => {
    if (typeof value !== 'string') report(pointer, 'must be a string');
    else if (value.length > max) report(pointer, `must be less than ${max + 1} characters`);
    else if (min > 0 && value.trim().length < min) report(pointer, `must be more than ${min - 1} characters`);
  };
}

export const flag: Shape = (value, pointer, report) => {
  if (typeof value !== 'boolean') report(pointer, 'must be a boolean');
};

export function wholeNumber(min: number, max: number): Shape {
  return (value, pointer, report) => {
    if (!Number.isInteger(value)) report(pointer, 'must be an integer');
    else if (Number(value) < min || Number(value) > max) report(pointer, `must be between ${min} and ${max}`);
  };
}

export function choice(...values: readonly (string | number)[]): Shape {
  return (value, pointer, report) => {
    if (!values.some((known) => known === value)) report(pointer, `must be one of ${values.join(', ')}`);
  };
}

export function pattern(form: RegExp, expected: string): Shape {
  return (value, pointer, report) => {
    if (typeof value !== 'string' || !form.test(value)) report(pointer, `must be ${expected}`);
  };
}

/** An absolute URL with one of the schemes (default: those that Slack links). */
export function url(max = 3000, schemes = ['http:', 'https:', 'mailto:', 'tel:', 'slack:']): Shape {
  const length = text(max);
  return (value, pointer, report) => {
    length(value, pointer, report);
    if (typeof value !== 'string') return;
    const parsed = URL.parse(value);
    if (parsed === null || !schemes.includes(parsed.protocol) || /\s/.test(value))
      report(pointer, 'must be a valid URL');
  };
}

export function list(item: Shape, min: number, max: number): Shape {
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return report(pointer, 'must be an array');
    if (value.length < min) report(pointer, `no fewer than ${min} items allowed`);
    if (value.length > max) report(pointer, `no more than ${max} items allowed`);
    value.forEach((entry, at) => {
      item(entry, `${pointer}/${at}`, report);
    });
  };
}

/** Exactly these members and no other; `also` looks at what members must satisfy together. */
export function object(members: Members, also?: (value: JsonObject, pointer: string, report: Report) => void): Shape {
  return (value, pointer, report) => {
    if (!isJsonObject(value)) return report(pointer, 'must be an object');
    for (const [name, member] of Object.entries(members)) {
      const isRequired = typeof member !== 'function';
      if (value[name] !== undefined) (isRequired ? member.required : member)(value[name], `${pointer}/${name}`, report);
      else if (isRequired) report(pointer, `missing required field: ${name}`);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name)) report(`${pointer}/${name}`, `invalid additional property: ${name}`);
    }
    also?.(value, pointer, report);
  };
}

/** One of several shapes, told apart by `type`. */
export function byType(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, pointer, report) => {
    if (!isJsonObject(value)) return report(pointer, 'must be an object');
    const shape = typeof value.type === 'string' ? shapes[value.type] : undefined;
    if (shape === undefined) report(`${pointer}/type`, `unsupported type: ${String(value.type)}`);
    else shape(value, pointer, report);
  };
}

/** Exactly one of the named members has to be there. */
export function exactlyOne(...names: readonly string[]) {
  return (value: JsonObject, pointer: string, report: Report): void => {
    const present = names.filter((name) => value[name] !== undefined);
    if (present.length !== 1) report(pointer, `exactly one of ${names.join(', ')} is needed`);
  };
}

/** At least one of the named members has to be there. */
export function atLeastOne(...names: readonly string[]) {
  return (value: JsonObject, pointer: string, report: Report): void => {
    if (names.every((name) => value[name] === undefined)) report(pointer, `one of ${names.join(', ')} is needed`);
  };
}
