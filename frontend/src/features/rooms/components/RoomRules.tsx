import { Box, Flex } from '@chakra-ui/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room, WritePolicy } from '@/api/wire';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Section } from '@/components/ui/Section';
import { SelectField } from '@/components/ui/SelectField';
import { useChangeRoomMutation } from '@/features/rooms/api';

const days = [0, 1, 7, 30, 90, 180, 365, 1095];

/** Who writes, and for how long messages are kept: for everybody to know, for admins and the owner to decide. */
export function RoomRules({ room, manages }: { room: Room; manages: boolean }) {
  const { t } = useTranslation();
  const [change, { isLoading, error }] = useChangeRoomMutation();
  const [shorter, setShorter] = useState<number>();
  const kept = room.retentionDays ?? 0;
  const keptText = (count: number) =>
    count === 0 ? t('roomSettings.retention.forGood') : t('roomSettings.retention.days', { count });

  const keep = (count: number) => change({ id: room.id, retentionDays: count });
  /** Messages are lost by it, so it is asked about first. */
  const isShorter = (count: number) => count !== 0 && (kept === 0 || count < kept);
  const chosen = (count: number) => (isShorter(count) ? setShorter(count) : void keep(count));

  return (
    <Section title={t('roomSettings.rules')} testId="rules">
      <Flex direction="column" gap="3">
        {manages ? (
          <SelectField<WritePolicy>
            label={t('roomSettings.write.label')}
            value={room.writePolicy}
            disabled={isLoading}
            onChange={(writePolicy) => void change({ id: room.id, writePolicy })}
            options={[
              { value: 'everyone', label: t('roomSettings.write.everyone') },
              { value: 'admins', label: t('roomSettings.write.admins') },
            ]}
          />
        ) : (
          <Fact label={t('roomSettings.write.label')} value={t(`roomSettings.write.${room.writePolicy}`)} />
        )}
        {room.role === 'creator' ? (
          <Box>
            <SelectField
              label={t('roomSettings.retention.label')}
              value={String(kept)}
              disabled={isLoading}
              onChange={(value) => chosen(Number(value))}
              options={[...new Set([...days, kept])]
                .sort((a, b) => a - b)
                .map((count) => ({ value: String(count), label: keptText(count) }))}
            />
            <Box color="fg.muted" textStyle="xs" mt="1.5">
              {t('roomSettings.retention.hint')}
            </Box>
          </Box>
        ) : (
          <Fact label={t('roomSettings.retention.label')} value={keptText(kept)} />
        )}
        <ErrorNote error={error} />
      </Flex>
      {shorter !== undefined && (
        <ConfirmDialog
          title={t('roomSettings.retention.shorter.title', { count: shorter })}
          action={t('roomSettings.retention.shorter.action')}
          onConfirm={() => keep(shorter).unwrap()}
          onClose={() => setShorter(undefined)}
        >
          {t('roomSettings.retention.shorter.text')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <Box textStyle="sm">
      <Box color="fg.muted">{label}</Box>
      <Box>{value}</Box>
    </Box>
  );
}
