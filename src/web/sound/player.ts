import { lengthOf, type Note } from './tones.js';

/** How long the browser may take to answer whether it lets the page sound; where it wants a gesture it never answers. */
const ANSWER_MS = 400;
/** A context that claims to run and has stood still for this long brings nothing out. */
const STILL_MS = 4_000;
/** Notes begin and end in so many seconds, or they would crack. */
const EDGE_S = 0.012;
const LEAD_S = 0.02;

interface Sounding {
  bus: GainNode;
  oscillators: OscillatorNode[];
}

/** Makes tones in the browser, one at a time, and knows whether the browser really lets it. */
export class Player {
  private context: AudioContext | null = null;
  private sounding: Sounding | null = null;
  private heardTo = 0;
  private movedAt = 0;

  /** `onChange`: the browser has allowed sound, or taken it away. */
  constructor(private readonly onChange: () => void) {}

  get isAble(): boolean {
    return typeof AudioContext === 'function';
  }

  /** Whether what is played now would leave the browser. The machine's volume and its loudspeaker no page can know. */
  get isReady(): boolean {
    return this.context?.state === 'running' && !this.isStill;
  }

  /** To be called before `isReady` is asked, about once a second: sees whether the audio clock moves. */
  look(): void {
    const heardTo = this.context?.currentTime ?? 0;
    if (heardTo !== this.heardTo) this.movedAt = performance.now();
    this.heardTo = heardTo;
  }

  /** Asks the browser to let the page sound; from a gesture it will. Answers whether it does. */
  async open(): Promise<boolean> {
    if (!this.isAble) return false;
    if (this.context?.state === 'running' && this.isStill) this.close();
    const context = (this.context ??= this.begin());
    const patience = new Promise((tired) => setTimeout(tired, ANSWER_MS));
    await Promise.race([context.resume().catch(() => undefined), patience]);
    return this.isReady;
  }

  /** Plays in place of whatever sounds. False: the browser does not let it. */
  play(notes: readonly Note[]): boolean {
    this.hush();
    const { context } = this;
    if (context === null || !this.isReady) return false;
    const bus = context.createGain();
    bus.connect(context.destination);
    const from = context.currentTime + LEAD_S;
    const oscillators = notes.map((note) => strike(context, bus, from, note));
    const sounding = { bus, oscillators };
    this.sounding = sounding;
    const last = oscillators.at(-1);
    if (last)
      last.onended = () => {
        bus.disconnect();
        if (this.sounding === sounding) this.sounding = null;
      };
    return true;
  }

  /** Silent at once, without a crack. */
  hush(): void {
    const { context, sounding } = this;
    this.sounding = null;
    if (context === null || sounding === null) return;
    const now = context.currentTime;
    sounding.bus.gain.setTargetAtTime(0, now, EDGE_S / 3);
    for (const oscillator of sounding.oscillators) oscillator.stop(now + EDGE_S * 2);
  }

  /** Plays and, after that, closes; what is begun meanwhile has a context of its own. */
  playLast(notes: readonly Note[]): void {
    this.play(notes);
    const { context } = this;
    this.context = null;
    this.sounding = null;
    if (context === null) return;
    context.onstatechange = null;
    setTimeout(() => void context.close().catch(() => undefined), (lengthOf(notes) + LEAD_S) * 1_000);
  }

  close(): void {
    const { context } = this;
    this.context = null;
    this.sounding = null;
    if (context === null) return;
    context.onstatechange = null;
    void context.close().catch(() => undefined);
  }

  private get isStill(): boolean {
    return performance.now() - this.movedAt > STILL_MS;
  }

  private begin(): AudioContext {
    const context = new AudioContext();
    this.movedAt = performance.now();
    context.onstatechange = () => {
      this.movedAt = performance.now();
      this.onChange();
    };
    return context;
  }
}

/** One note, with soft edges. */
function strike(context: AudioContext, bus: GainNode, from: number, note: Note): OscillatorNode {
  const begin = from + note.at;
  const end = begin + note.length;
  const oscillator = context.createOscillator();
  oscillator.type = 'triangle';
  oscillator.frequency.value = note.hertz;
  const edge = context.createGain();
  edge.gain.setValueAtTime(0, begin);
  edge.gain.linearRampToValueAtTime(note.gain, begin + EDGE_S);
  edge.gain.setValueAtTime(note.gain, end - EDGE_S * 2);
  edge.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(edge).connect(bus);
  oscillator.start(begin);
  oscillator.stop(end);
  return oscillator;
}
