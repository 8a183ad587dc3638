/** Our mark: two bubbles, one answering the other. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false" style={{ flexShrink: 0 }}>
      <rect width="32" height="32" rx="8" fill="#0f766e" />
      <path d="M8 8.5h11a5.5 5.5 0 0 1 0 11h-5.2L8 24z" fill="#fff" />
      <path d="M22.6 13.4A5.5 5.5 0 0 1 19 22.4h-3.6l5.9 3.6v-3.9a5.6 5.6 0 0 0 1.3-8.7z" fill="#5eead4" />
    </svg>
  );
}
