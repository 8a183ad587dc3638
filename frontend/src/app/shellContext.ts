import { createContext, useContext } from 'react';

/** What any page may ask of the frame around it. */
export interface ShellActions {
  newRoom: () => void;
  joinByLink: () => void;
  signOut: (everywhere: boolean) => void;
  shortcuts: () => void;
  allRead: () => void;
}

export const ShellContext = createContext<ShellActions>({
  newRoom: () => undefined,
  joinByLink: () => undefined,
  signOut: () => undefined,
  shortcuts: () => undefined,
  allRead: () => undefined,
});

export const useShell = () => useContext(ShellContext);
