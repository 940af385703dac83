import { SignInFailures } from './sign-in-failures.js';

const MINUTE = 60_000;

describe('failed sign-ins', () => {
  test('ten in a minute shut the pair of user name and address, until the first is a minute old', () => {
    const failures = new SignInFailures();
    for (let n = 0; n < 9; n += 1) failures.note('wang', '10.0.0.1', n * 1_000);
    expect(failures.waitSeconds('wang', '10.0.0.1', 9_000)).toBe(0);
    failures.note('wang', '10.0.0.1', 9_000);
    expect(failures.waitSeconds('wang', '10.0.0.1', 10_000)).toBe(50);
    expect(failures.waitSeconds('wang', '10.0.0.1', MINUTE)).toBe(0);
  });

  test('neither another address nor another user name is shut with it', () => {
    const failures = new SignInFailures();
    for (let n = 0; n < 10; n += 1) failures.note('wang', '10.0.0.1', 0);
    expect(failures.waitSeconds('wang', '10.0.0.2', 1)).toBe(0);
    expect(failures.waitSeconds('li', '10.0.0.1', 1)).toBe(0);
  });

  test('a success wipes the slate', () => {
    const failures = new SignInFailures();
    for (let n = 0; n < 10; n += 1) failures.note('wang', '10.0.0.1', 0);
    failures.forget('wang', '10.0.0.1');
    expect(failures.waitSeconds('wang', '10.0.0.1', 1)).toBe(0);
  });
});
