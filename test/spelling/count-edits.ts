/** Edits between two short words, straight from the definition: slow, and plainly right. */
export function countEdits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return countEdits(restA, restB);
  const ways = [countEdits(restA, b), countEdits(a, restB), countEdits(restA, restB)];
  if (a[0] === b[1] && a[1] === b[0]) ways.push(countEdits(a.slice(2), b.slice(2)));
  return 1 + Math.min(...ways);
}
