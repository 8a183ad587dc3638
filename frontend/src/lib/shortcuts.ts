import { preferenceOf } from '@/lib/preferences';

/** What a key event tells, in the browser's shape and in React's. */
interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

interface Shortcut {
  group: ShortcutGroup;
  /** Each as "mod+shift+x"; `mod` is Ctrl, on Apple's keyboards Command. */
  keys: readonly string[] | (() => readonly string[]);
  /** A browser has a use of its own for it. */
  taken?: true;
}

export const SHORTCUT_GROUPS = ['go', 'read', 'write', 'help'] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

const entersSend = () => preferenceOf('sendKey') === 'enter';

/** Every key there is: the handlers ask this table, and the list of keys is made of it. */
const table = {
  switcher: { group: 'go', keys: ['mod+k'], taken: true },
  search: { group: 'go', keys: ['mod+shift+f'] },
  previousRoom: { group: 'go', keys: ['alt+ArrowUp'] },
  nextRoom: { group: 'go', keys: ['alt+ArrowDown'] },
  previousUnread: { group: 'go', keys: ['alt+shift+ArrowUp'] },
  nextUnread: { group: 'go', keys: ['alt+shift+ArrowDown'] },
  nextPane: { group: 'go', keys: ['F6', 'mod+F6'], taken: true },
  previousPane: { group: 'go', keys: ['shift+F6', 'mod+shift+F6'], taken: true },
  markRead: { group: 'read', keys: ['Escape'] },
  markAllRead: { group: 'read', keys: ['shift+Escape'], taken: true },
  previousMessage: { group: 'read', keys: ['ArrowUp'] },
  nextMessage: { group: 'read', keys: ['ArrowDown'] },
  messageActions: { group: 'read', keys: ['Enter'] },
  send: { group: 'write', keys: () => (entersSend() ? ['Enter', 'mod+Enter'] : ['mod+Enter']) },
  newLine: { group: 'write', keys: () => (entersSend() ? ['shift+Enter'] : ['Enter', 'shift+Enter']) },
  editLast: { group: 'write', keys: ['ArrowUp'] },
  bold: { group: 'write', keys: ['mod+b'] },
  italic: { group: 'write', keys: ['mod+i'] },
  strike: { group: 'write', keys: ['mod+shift+x'] },
  code: { group: 'write', keys: ['mod+e'], taken: true },
  shortcuts: { group: 'help', keys: ['mod+/'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof table;
const shortcuts: Record<ShortcutName, Shortcut> = table;

export const keysOf = (name: ShortcutName): readonly string[] => {
  const { keys } = shortcuts[name];
  return typeof keys === 'function' ? keys() : keys;
};
export const isTaken = (name: ShortcutName): boolean => shortcuts[name].taken === true;
export const shortcutsOf = (group: ShortcutGroup): ShortcutName[] =>
  (Object.keys(shortcuts) as ShortcutName[]).filter((name) => shortcuts[name].group === group);

/** Whether this is the key for it. Keys that browsers use themselves can be left to them. */
export function pressed(name: ShortcutName, press: Press): boolean {
  const left = isTaken(name) && preferenceOf('browserKeys') === 'browser';
  return !left && keysOf(name).some((keys) => isPressed(keys, press));
}

function isPressed(keys: string, { key, ctrlKey, metaKey, altKey, shiftKey }: Press): boolean {
  const parts = keys.split('+');
  const wanted = parts.at(-1) ?? '';
  // Where a sign is on the keyboard, and whether Shift is needed for it, depends on the keyboard.
  const isSign = /^[^\p{L}\p{N}]$/u.test(wanted);
  return (
    key.toLowerCase() === wanted.toLowerCase() &&
    // Control with letters moves the caret on Apple's keyboards.
    (isApple && /^[a-z]$/.test(wanted) ? metaKey && !ctrlKey : ctrlKey || metaKey) === parts.includes('mod') &&
    (isSign || shiftKey === parts.includes('shift')) &&
    altKey === parts.includes('alt')
  );
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const NAMES: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  alt: isApple ? '⌥' : 'Alt',
  shift: isApple ? '⇧' : 'Shift',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** What is printed on each of the keys. */
export const keyNames = (keys: string): string[] =>
  keys.split('+').map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part));
