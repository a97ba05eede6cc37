/** Milliseconds that this thread has computed: what neighbours on a busy machine take away does not count. */
export function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
