import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useRecallMessageMutation } from '@/features/messages/api';
import { EmojiDialog } from '@/features/messages/components/EmojiDialog';
import { VersionsDialog } from '@/features/messages/components/VersionsDialog';
import type { Asked } from '@/features/messages/hooks/useRowActions';
import type { RowActions } from '@/features/messages/rowActions';

interface RowDialogsProps {
  roomId: string;
  asked: Asked | undefined;
  actions: RowActions;
  onClose: () => void;
  /** It was taken back: nothing is left to edit. */
  onRecalled: () => void;
}

/** The dialog that belongs to what was chosen for a message. */
export function RowDialogs({ roomId, asked, actions, onClose, onRecalled }: RowDialogsProps) {
  const { t } = useTranslation();
  const [recall] = useRecallMessageMutation();
  const seq = asked?.shown.seq;
  if (!asked || seq === undefined) {
    return null;
  }
  switch (asked.what) {
    case 'recall':
      return (
        <ConfirmDialog
          title={t('messages.recallTitle')}
          action={t('messages.recall')}
          onConfirm={() => recall({ roomId, seq }).unwrap().then(onRecalled)}
          onClose={onClose}
        >
          {t('messages.recallText')}
        </ConfirmDialog>
      );
    case 'emoji':
      return <EmojiDialog onPick={(emoji) => actions.onReact(asked.shown, emoji)} onClose={onClose} />;
    case 'versions':
      return <VersionsDialog roomId={roomId} seq={seq} onClose={onClose} />;
  }
}
