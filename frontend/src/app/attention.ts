const NAME = 'parley.attention';
const ANSWER_MS = 400;
const ASK = 'does anybody look?';
const HERE = 'here';

const looks = () => document.visibilityState === 'visible' && document.hasFocus();

let channel: BroadcastChannel | undefined;
let heardAt = -Infinity;

/** Answers other tabs of this browser that ask whether somebody looks. */
export function answerAttention(): void {
  if (typeof BroadcastChannel === 'undefined' || channel) {
    return;
  }
  channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => {
    if (data === HERE) {
      heardAt = performance.now();
    } else if (data === ASK && looks()) {
      channel?.postMessage(HERE);
    }
  };
}

/** Whether somebody looks at this page, or at one of ours in another tab or window. */
export async function anybodyLooks(): Promise<boolean> {
  if (looks()) {
    return true;
  }
  const asked = performance.now();
  channel?.postMessage(ASK);
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  return looks() || heardAt >= asked;
}
