import { Box, chakra } from '@chakra-ui/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, useUserQuery } from '@/api/users';
import type { SystemNote } from '@/api/wire';
import { clockTime, exactTime } from '@/i18n/format';
import { systemSentence } from '@/i18n/systemSentence';
import type { Shown } from '@/features/messages/rows';

/** What happened to the room, quietly. */
export const SystemRow = memo(function SystemRow({ shown, note }: { shown: Shown; note: SystemNote }) {
  const { t } = useTranslation();
  const otherId = note.userId ?? shown.userId;
  const actor = useUserQuery(shown.userId).data;
  const other = useUserQuery(otherId).data;
  const name = (id: string) => nameOf(id === shown.userId ? actor : other) || t('people.unknown');

  return (
    <Box
      data-row={shown.key}
      data-testid="system-message"
      data-seq={shown.seq}
      px="4"
      py="1"
      ps="64px"
      textStyle="sm"
      color="fg.muted"
      overflowWrap="anywhere"
    >
      {systemSentence(t, note, shown.userId, name)}{' '}
      <chakra.time dateTime={shown.createdAt} title={exactTime(shown.createdAt)} textStyle="2xs" color="fg.subtle">
        {clockTime(shown.createdAt)}
      </chakra.time>
    </Box>
  );
});
