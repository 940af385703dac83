import { existsSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { FirstAccount, type FirstPassword } from './first-account.js';
import { FirstPasswordFile } from './first-password-file.js';

/** What the keeper is told at the start about signing in. */
@Injectable()
export class FirstSignIn {
  constructor(
    private readonly account: FirstAccount,
    private readonly file: FirstPasswordFile,
  ) {}

  /**
   * Makes the first account where there is none.
   * @param terminal whether somebody watches this start: then the password is shown, else it goes into a file (0600)
   * @returns one line, Chinese first
   */
  async prepare(terminal: boolean): Promise<string> {
    let shown: FirstPassword | null = null;
    const tell = async (first: FirstPassword) => {
      if (terminal) shown = first;
      else await this.file.write(first);
    };
    const made = await this.account.ensure(tell, { again: terminal && !existsSync(this.file.path) });
    return shown ? lineOf(shown) : this.line(made);
  }

  private line(made: boolean): string {
    if (existsSync(this.file.path)) {
      return `首次登录:账号与初始密码见 ${this.file.path} · first sign-in: user name and password are in that file`;
    }
    return made
      ? '首次登录:admin / ADMIN_PASSWORD 的值 · first sign-in: admin / the value of ADMIN_PASSWORD'
      : '请用已有账号登录 · sign in with your account';
  }
}

function lineOf({ username, password }: FirstPassword): string {
  return `首次登录:${username} / ${password}(登录后须修改) · first sign-in, to be changed then: ${username} / ${password}`;
}
