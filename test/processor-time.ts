/**
 * Milliseconds that this process has computed since it began, however busy the machine is: for tests that tell what ends
 * from what does not.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
