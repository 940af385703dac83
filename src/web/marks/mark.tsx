/** The product's mark: 回, the answer inside the question, in the outline of something said. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className="mark">
      <path
        d="M5.5 3h13A2.5 2.5 0 0 1 21 5.5v10.5a2.5 2.5 0 0 1-2.5 2.5h-7L6.5 22.5v-4h-1A2.5 2.5 0 0 1 3 16V5.5A2.5 2.5 0 0 1 5.5 3Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <rect x="8.75" y="7.5" width="6.5" height="6.5" rx="1" fill="currentColor" />
    </svg>
  );
}
