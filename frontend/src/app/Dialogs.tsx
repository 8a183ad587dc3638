import { lazy, Suspense } from 'react';
import { useFriends } from '@/app/useFriends';

const NewRoomDialog = lazy(async () => ({
  default: (await import('@/features/rooms/components/NewRoomDialog')).NewRoomDialog,
}));
const JoinByLinkDialog = lazy(async () => ({
  default: (await import('@/features/rooms/components/JoinByLinkDialog')).JoinByLinkDialog,
}));

const ShortcutsDialog = lazy(async () => ({
  default: (await import('@/features/settings/components/ShortcutsDialog')).ShortcutsDialog,
}));

export type OpenDialog = 'newRoom' | 'joinByLink' | 'shortcuts';

interface DialogsProps {
  dialog: OpenDialog;
  myId: string;
  onClose: () => void;
  onGo: (path: string) => void;
}

/** The dialogs that can be opened from anywhere. */
export function Dialogs({ dialog, myId, onClose, onGo }: DialogsProps) {
  const friends = useFriends();
  return (
    <Suspense>
      {dialog === 'newRoom' ? (
        <NewRoomDialog
          myId={myId}
          suggestions={friends}
          onClose={onClose}
          onCreated={({ id }) => onGo(`/rooms/${id}`)}
        />
      ) : dialog === 'shortcuts' ? (
        <ShortcutsDialog onClose={onClose} />
      ) : (
        <JoinByLinkDialog onClose={onClose} onCode={(code) => onGo(`/invite/${code}`)} />
      )}
    </Suspense>
  );
}
