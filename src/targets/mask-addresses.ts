// One run of characters that an address can begin with, and all that a slash brings after it: linear, whatever the text.
const RUN = /[\w.@+:-]+(?:\/[^\s<>"]*)?/g;
const DOMAIN = /\.(?:com|org|net|io|dev|edu|gov|info|au|uk|de|fr|jp|eu|co|ly|me|ai|cloud|tech)(?::\d{1,5})?[.:]?$/i;

/** The text with every address blotted out by as many null characters, so that all places stay the same. */
export function maskAddresses(text: string): string {
  // Most sentences hold none, and then nothing need be built.
  if (!/[.@:][^\s]/.test(text)) return text;
  return text.replace(RUN, (run) => (isAddress(run) ? '\0'.repeat(run.length) : run));
}

// A name inside an address is no statement: https://arm.com/windows, www.arm.com, mac@example.org, docs.debian.org.
function isAddress(run: string): boolean {
  const slash = run.indexOf('/');
  const head = slash < 0 ? run : run.slice(0, slash);
  if (head.endsWith(':') && run.startsWith('//', slash)) return true;
  const at = head.indexOf('@');
  return /^www\./i.test(head) || (at > 0 && head.includes('.', at)) || DOMAIN.test(head.slice(-24));
}
