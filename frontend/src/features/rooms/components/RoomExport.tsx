import { Box, Button, Flex } from '@chakra-ui/react';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { Section } from '@/components/ui/Section';
import { useExportRoomMutation } from '@/features/rooms/api';

const formats = ['html', 'json'] as const;
type Format = (typeof formats)[number];

/** All that was said, in one file to keep. */
export function RoomExport({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const [fetched, setFetched] = useState<Format>();
  const [fetchFile, { isLoading, error }] = useExportRoomMutation();
  return (
    <Section title={t('roomSettings.export.title')} testId="room-export">
      <Box textStyle="sm" color="fg.muted" mb="2">
        {t('roomSettings.export.text')}
      </Box>
      <Flex gap="2" wrap="wrap">
        {formats.map((format) => (
          <Button
            key={format}
            size="sm"
            variant="outline"
            loading={isLoading && fetched === format}
            disabled={isLoading}
            onClick={() => {
              setFetched(format);
              void fetchFile({ roomId, format });
            }}
          >
            <Download /> {t(`roomSettings.export.${format}`)}
          </Button>
        ))}
      </Flex>
      <ErrorNote error={error} />
    </Section>
  );
}
