import type { Message } from '@/api/wire';
import { NewLine } from '@/features/messages/components/Lines';
import { MessageRow } from '@/features/messages/components/MessageRow';
import { SystemRow } from '@/features/messages/components/SystemRow';
import type { Rights, RowActions } from '@/features/messages/rowActions';
import type { Row } from '@/features/messages/rows';

interface RowViewProps {
  row: Row;
  roomId: string;
  rights: Rights;
  actions: RowActions;
  /** The message that this one answers, as far as it is known. */
  quoted: Message | null | undefined;
  editing: boolean;
  highlighted: boolean;
}

export function RowView({ row, roomId, rights, actions, quoted, editing, highlighted }: RowViewProps) {
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
          roomId={roomId}
          myId={rights.myId}
          moderates={rights.moderates}
          pins={rights.pins}
          readOnly={rights.readOnly}
          writes={rights.writes}
          actions={actions}
          quoted={quoted}
          editing={editing}
          highlighted={highlighted}
        />
      );
  }
}
