/** Milliseconds since 1970 with their fractions, comparable between processes of this machine. */
export function wallMs(): number {
  return performance.timeOrigin + performance.now();
}
