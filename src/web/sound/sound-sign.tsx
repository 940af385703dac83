const SPEAKER = 'M2 6h2.25L7.5 3.25v9.5L4.25 10H2z';
const faces = {
  off: `${SPEAKER}M10.75 6l3.5 4M14.25 6l-3.5 4`,
  muted: `${SPEAKER}M10.75 6l3.5 4M14.25 6l-3.5 4`,
  blocked: 'M8 1.75 15 14H1zM8 6v4M8 11.75v.5',
  on: `${SPEAKER}M10 6.25a2.75 2.75 0 0 1 0 3.5M12 4.25a5.5 5.5 0 0 1 0 7.5`,
  ringing: 'M4 11V7.25a4 4 0 0 1 8 0V11l1.25 1.5H2.75zM6.75 14.25h2.5',
};
export type SoundFace = keyof typeof faces;

/** The sign beside the word of how the sound stands. */
export function SoundSign({ face }: { face: SoundFace }) {
  return (
    <svg viewBox="0 0 16 16" className="sign" aria-hidden="true">
      <path
        d={faces[face]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
