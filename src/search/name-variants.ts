// What names of software often end or begin with, and people leave off when they speak of it.
const ENDINGS = ['db', 'vm', 'js', 'os', 'io', 'sql', 'mq', 'fs', 'ctl', 'cli'];
const BEGINNINGS = ['py'];

/** A name as it would be with a usual ending or beginning: "foo" gives "foodb", "foovm", "pyfoo" … */
export function nameVariants(name: string): string[] {
  return [...ENDINGS.map((ending) => name + ending), ...BEGINNINGS.map((beginning) => beginning + name)];
}
