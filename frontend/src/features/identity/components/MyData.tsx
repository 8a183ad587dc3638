import { Box, Button, Flex } from '@chakra-ui/react';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { useExportMyDataMutation } from '@/features/identity/api';
import { DeleteAccountDialog } from '@/features/identity/components/DeleteAccountDialog';

/** Taking along what the server keeps of oneself, and leaving for good. */
export function MyData({ onDeleted }: { onDeleted: () => void }) {
  const { t } = useTranslation();
  const [deleting, setDeleting] = useState(false);
  const [fetchFile, { isLoading, error }] = useExportMyDataMutation();
  return (
    <>
      <Box color="fg.muted" textStyle="sm" mb="3">
        {t('myData.text')}
      </Box>
      <Flex gap="2" wrap="wrap">
        <Button variant="outline" loading={isLoading} onClick={() => void fetchFile()} data-testid="export-my-data">
          <Download /> {t('myData.export')}
        </Button>
        <Button variant="outline" colorPalette="danger" onClick={() => setDeleting(true)} data-testid="delete-account">
          <Trash2 /> {t('myData.delete.action')}
        </Button>
      </Flex>
      <ErrorNote error={error} />
      {deleting && <DeleteAccountDialog onDeleted={onDeleted} onClose={() => setDeleting(false)} />}
    </>
  );
}
