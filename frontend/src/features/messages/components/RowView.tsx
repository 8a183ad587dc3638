import { NewLine } from '@/features/messages/components/Lines';
import { MessageRow } from '@/features/messages/components/MessageRow';
import { SystemRow } from '@/features/messages/components/SystemRow';
import type { Row, Shown } from '@/features/messages/rows';

interface RowViewProps {
  row: Row;
  myId: string;
  moderates: boolean;
  readOnly: boolean;
  onRecall: (shown: Shown) => void;
  onProfile: (userId: string) => void;
}

export function RowView({ row, myId, moderates, readOnly, onRecall, onProfile }: RowViewProps) {
  switch (row.kind) {
    case 'day':
      return null; // The frame of its day.
    case 'new':
      return <NewLine />;
    case 'system':
      return row.shown.system ? <SystemRow shown={row.shown} note={row.shown.system} /> : null;
    case 'message':
      return (
        <MessageRow
          shown={row.shown}
          startsGroup={row.startsGroup}
          canRecall={!readOnly && (moderates || row.shown.userId === myId)}
          onRecall={onRecall}
          onProfile={onProfile}
        />
      );
  }
}
