/** Signing out in one tab signs out in all of them. */
const NAME = 'parley.session';
const SIGNED_OUT = 'signedOut';

export function tellOtherTabs(): void {
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(NAME);
    channel.postMessage(SIGNED_OUT);
    channel.close();
  }
}

export function onOtherTabSignedOut(listener: () => void): void {
  if (typeof BroadcastChannel !== 'undefined') {
    new BroadcastChannel(NAME).onmessage = ({ data }) => data === SIGNED_OUT && listener();
  }
}
