/** A fault the operator can mend. Shown as one line, Chinese first, without a stack trace. */
export class StartFault extends Error {
  constructor(chinese, english) {
    super(`${chinese} | ${english}`);
    this.name = 'StartFault';
  }
}

/** One line of progress on stderr: stdout belongs to the product and its commands. */
export function say(chinese, english) {
  process.stderr.write(`${chinese} | ${english}\n`);
}
