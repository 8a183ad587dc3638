import { createContext } from 'react';

/** Opens the viewer at the image of this message. */
export const ViewerContext = createContext<(seq: number) => void>(() => {});
