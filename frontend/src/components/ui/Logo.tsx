/** Our mark: two bubbles, one answering the other. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false" style={{ flexShrink: 0 }}>
      <rect width="32" height="32" rx="8" fill="#0f766e" />
      <path
        d="M14.5 13H24a3 3 0 0 1 3 3v4.5a3 3 0 0 1-3 3v3.2l-3.6-3.2h-5.9a3 3 0 0 1-3-3V16a3 3 0 0 1 3-3z"
        fill="#5eead4"
      />
      <path
        d="M8 6.5h9.5a3 3 0 0 1 3 3V14a3 3 0 0 1-3 3h-5.9L8 20.2V17a3 3 0 0 1-3-3V9.5a3 3 0 0 1 3-3z"
        fill="#fff"
        stroke="#0f766e"
        strokeWidth="1.6"
      />
    </svg>
  );
}
