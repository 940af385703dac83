import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCommand, runCommand } from './commands/run-command.js';
import { isRole, ROLE_NAMES } from './roles/role.js';
import { runRole } from './roles/run-role.js';

/** The project's folder: this file is dist/src/main.js. */
const entry = fileURLToPath(import.meta.url);
const root = join(dirname(entry), '../..');

const [name = 'all', ...rest] = process.argv.slice(2);
if (isRole(name)) {
  await runRole(name, { root, entry, variables: process.env });
} else if (isCommand(name)) {
  process.exitCode = await runCommand(name, rest, { root, variables: process.env });
} else {
  console.error(`没有这个角色或命令 · no such role or command: ${name} (${ROLE_NAMES.join(' | ')})`);
  process.exitCode = 2;
}
