import { Button, chakra, Flex } from '@chakra-ui/react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { uploadFile } from '@/api/media';
import { ErrorNote } from '@/components/ui/ErrorNote';

interface PictureButtonsProps {
  present: boolean;
  /** The id of the new picture; empty: there shall be none. */
  onPicture: (image: string) => unknown;
}

/** Chooses, uploads or removes a picture. */
export function PictureButtons({ present, onPicture }: PictureButtonsProps) {
  const { t } = useTranslation();
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const choose = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      const signal = new AbortController().signal;
      const media = await uploadFile(store, file, { onProgress: () => {}, signal });
      await onPicture(media.id);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex gap="2" wrap="wrap" align="center" mt="2">
      <chakra.input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        data-testid="picture-file"
        onChange={({ target }) => {
          void choose(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button size="xs" variant="outline" loading={busy} onClick={() => input.current?.click()}>
        {t('media.changePicture')}
      </Button>
      {present && (
        <Button size="xs" variant="ghost" data-testid="picture-remove" onClick={() => onPicture('')}>
          {t('media.removePicture')}
        </Button>
      )}
      {error !== undefined && <ErrorNote error={error} />}
    </Flex>
  );
}
