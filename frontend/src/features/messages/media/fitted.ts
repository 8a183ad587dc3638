const MOST_WIDE = 360;
const MOST_HIGH = 300;
const LEAST = 48;

/** The size at which an image of these pixels is shown between messages. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  return {
    width: Math.max(LEAST, Math.round(width * scale)),
    height: Math.max(LEAST, Math.round(height * scale)),
  };
}
