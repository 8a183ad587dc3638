import { useTranslation } from 'react-i18next';
import { useDispatch } from 'react-redux';
import { useUploadLimitsQuery } from '@/api/media';
import { sizeText } from '@/components/media/sizeText';
import { say } from '@/components/ui/notices';
import { uuid } from '@/lib/uuid';
import { rememberFile } from '@/features/messages/media/uploading';
import { uploadQueued } from '@/features/messages/media/uploads';

/** Sends files to a room. What is too large is told at once, and never begins. */
export function useAttach(roomId: string): (files: Iterable<File>) => void {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { data: limits } = useUploadLimitsQuery(undefined);
  return (files) => {
    for (const file of files) {
      if (limits && file.size > limits.maxBytes) {
        say(t('media.tooLarge', { name: file.name, size: sizeText(t, limits.maxBytes) }));
        continue;
      }
      const id = uuid();
      rememberFile(id, file);
      dispatch(uploadQueued({ id, roomId, name: file.name || 'image', size: file.size }));
    }
  };
}
