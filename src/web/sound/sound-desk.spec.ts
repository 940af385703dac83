import { KEPT_UNDER, SoundDesk, type Voice } from './sound-desk.js';

const TEN_PAST_TWO = Date.parse('2026-11-22T18:10:35Z');
const MINUTE_MS = 60_000;

/** A browser that sounds after a gesture only. */
class Browser implements Voice {
  isAble = true;
  isReady = false;
  gesture = false;
  look(): void {}
  open(): Promise<boolean> {
    this.isReady = this.gesture;
    return Promise.resolve(this.isReady);
  }
  close(): void {
    this.isReady = false;
  }
}

class Machine {
  readonly kept = new Map<string, string>();
  now = TEN_PAST_TWO;
  readonly getItem = (key: string): string | null => this.kept.get(key) ?? null;
  readonly setItem = (key: string, value: string): void => void this.kept.set(key, value);
  desk(browser: Browser): SoundDesk {
    return new SoundDesk(browser, this, () => this.now);
  }
}

const ready = (): Browser => Object.assign(new Browser(), { gesture: true });

async function started(machine: Machine, browser = ready()): Promise<SoundDesk> {
  const desk = machine.desk(browser);
  await desk.start();
  return desk;
}

describe('what a screen says of its sound', () => {
  it('is off on a machine where nobody has asked for it, whatever is clicked', async () => {
    const browser = ready();
    const desk = new Machine().desk(browser);
    await desk.begin();
    await desk.wake();
    expect(desk.state()).toEqual({ state: 'off' });
    expect(browser.isReady).toBe(false);
  });

  it('is off where what was kept cannot be read', () => {
    const machine = new Machine();
    for (const text of ['', '{', 'null', '7', '{"wanted":"yes"}']) {
      machine.kept.set(KEPT_UNDER, text);
      expect(machine.desk(ready()).state()).toEqual({ state: 'off' });
    }
  });

  it('is on after the shift has begun, and again when the page is loaded anew, once the browser allows it', async () => {
    const machine = new Machine();
    expect((await started(machine)).state()).toEqual({ state: 'on' });

    const browser = new Browser();
    const desk = machine.desk(browser);
    expect(desk.state()).toEqual({ state: 'blocked' });
    await desk.begin();
    expect(desk.state()).toEqual({ state: 'blocked' });
    browser.gesture = true;
    await desk.wake();
    expect(desk.state()).toEqual({ state: 'on' });
  });

  it('does not call itself blocked before the browser has answered', async () => {
    const machine = new Machine();
    await started(machine);
    const desk = machine.desk(ready());
    const states: string[] = [];
    desk.subscribe(() => states.push(desk.state().state));
    await desk.begin();
    expect(states).toEqual(['starting', 'on']);
  });

  it('says so when the browser takes the sound away, muted or not', async () => {
    const browser = ready();
    const desk = await started(new Machine(), browser);
    desk.muteFor(15);
    browser.close();
    desk.look();
    expect(desk.state()).toEqual({ state: 'blocked' });
  });

  it('says so when the browser has no means at all', async () => {
    const browser = Object.assign(new Browser(), { isAble: false });
    expect((await started(new Machine(), browser)).state()).toEqual({ state: 'unable' });
  });

  it('is on although the machine keeps nothing', async () => {
    const machine = new Machine();
    const full = { ...machine, setItem: () => { throw new Error('full'); } }; // prettier-ignore
    const desk = new SoundDesk(ready(), full, () => machine.now);
    await desk.start();
    expect(desk.state()).toEqual({ state: 'on' });
  });
});

describe('a mute', () => {
  it('never lasts longer than it says, ends on a full minute and by itself', async () => {
    const machine = new Machine();
    const desk = await started(machine);
    desk.muteFor(15);
    const until = Date.parse('2026-11-22T18:25:00Z');
    expect(desk.state()).toEqual({ state: 'muted', until });
    machine.now = until - 1;
    desk.look();
    expect(desk.state().state).toBe('muted');
    machine.now = until;
    desk.look();
    expect(desk.state()).toEqual({ state: 'on' });
  });

  it('outlives a reload, and is the same in every tab of the machine', async () => {
    const machine = new Machine();
    const other = await started(machine);
    const desk = await started(machine);
    desk.muteFor(30);
    other.reread();
    expect(other.state()).toEqual(desk.state());
    const reloaded = machine.desk(ready());
    await reloaded.begin();
    expect(reloaded.state()).toEqual(desk.state());
    reloaded.unmute();
    other.reread();
    expect(other.state()).toEqual({ state: 'on' });
  });

  it('does not grow when the clock is set back', async () => {
    const machine = new Machine();
    const desk = await started(machine);
    desk.muteFor(60);
    machine.now -= 5 * MINUTE_MS;
    desk.look();
    expect(desk.state()).toEqual({ state: 'on' });
  });

  it('ends with the start of a shift, and goes with the sound when that is switched off', async () => {
    const machine = new Machine();
    const desk = await started(machine);
    desk.muteFor(60);
    await desk.start();
    expect(desk.state()).toEqual({ state: 'on' });
    desk.muteFor(60);
    desk.stop();
    expect(desk.state()).toEqual({ state: 'off' });
    await desk.start();
    expect(desk.state()).toEqual({ state: 'on' });
  });
});
