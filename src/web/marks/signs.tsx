import type { Tone } from '../clock/countdown.js';

const shapes = {
  I: 'M2 2h12v12H2z',
  II: 'M8 .5 15.5 8 8 15.5.5 8z',
  III: 'M8 1.5 15.5 14.5H.5z',
  IV: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
} as const;

/** The shape that goes with a level's word and colour: ■ ◆ ▲ ●. */
export function LevelShape({ level }: { level: keyof typeof shapes }) {
  return (
    <svg viewBox="0 0 16 16" className="sign" aria-hidden="true">
      <path d={shapes[level]} fill="currentColor" />
    </svg>
  );
}

const tones: Record<Tone, string> = {
  running: 'M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5M8 4.5V8l2.25 1.5',
  soon: 'M4 1.75h8M4 14.25h8M5 1.75v2.5c0 2 3 2.5 3 3.75s-3 1.75-3 3.75v2.5M11 1.75v2.5c0 2-3 2.5-3 3.75s3 1.75 3 3.75v2.5',
  overdue: 'M8 1.75 15 14H1zM8 6v4M8 11.75v.5',
  met: 'M2.5 8.5 6.25 12.25 13.5 4.25',
  late: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  waived: 'M3 8h10',
};

/** The sign that goes with a clock's words and colour. */
export function ToneSign({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 16 16" className="sign" aria-hidden="true">
      <path
        d={tones[tone]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
