import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings/settings.js';
import type { FirstPassword } from './first-account.js';

/** The note with the first password, for a start that nobody watches on a terminal. Removed once it has been changed. */
@Injectable()
export class FirstPasswordFile {
  readonly path: string;

  constructor(settings: Settings) {
    this.path = join(settings.env.DATA_DIR, 'first-password.txt');
  }

  /** Readable by the owner alone (0600). */
  async write({ username, password }: FirstPassword): Promise<void> {
    const text = [
      `用户名 · user name: ${username}`,
      `初始密码 · first password: ${password}`,
      '首次登录后须修改,修改后本文件自动删除 · change it at the first sign-in; this file is then removed',
      '',
    ].join('\n');
    await mkdir(join(this.path, '..'), { recursive: true });
    await rm(this.path, { force: true });
    await writeFile(this.path, text, { mode: 0o600 });
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
