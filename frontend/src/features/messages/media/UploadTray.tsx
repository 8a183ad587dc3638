import { Box, chakra, Flex } from '@chakra-ui/react';
import { CircleAlert, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSelector } from 'react-redux';
import { sizeText } from '@/components/media/sizeText';
import { IconButton } from '@/components/ui/IconButton';
import { problemText } from '@/i18n/problemText';
import {
  selectRoomUploads,
  uploadGone,
  uploadMoved,
  type Upload,
  type WithUploads,
} from '@/features/messages/media/uploads';

/** The files that are on their way into this room. */
export function UploadTray({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const uploads = useSelector((state: WithUploads) => selectRoomUploads(state, roomId));
  return (
    uploads.length > 0 && (
      <chakra.ul
        aria-label={t('media.uploads')}
        listStyleType="none"
        maxH="40"
        overflowY="auto"
        px="3"
        py="1.5"
        borderBottomWidth="1px"
      >
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} />
        ))}
      </chakra.ul>
    )
  );
}

function UploadLine({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { id, name, size, share, state, code } = upload;
  const percent = Math.round(share * 100);
  const failed = state === 'failed';
  return (
    <chakra.li py="1" data-testid="upload" data-state={state}>
      <Flex align="center" gap="2" textStyle="sm" minW="0">
        {failed && <CircleAlert size={14} aria-hidden />}
        <Box truncate minW="0" flex="1">
          <bdi>{name}</bdi>
        </Box>
        <Box color="fg.muted" textStyle="xs" flexShrink={0}>
          {[
            sizeText(t, size),
            state === 'sending' && t('media.percent', { percent }),
            state === 'waiting' && t('media.waiting'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
        {failed && (
          <IconButton
            label={t('media.retry', { name })}
            data-testid="upload-retry"
            onClick={() => dispatch(uploadMoved({ id, state: 'waiting', share: 0, code: undefined }))}
          >
            <RotateCw />
          </IconButton>
        )}
        <IconButton
          label={t('media.cancel', { name })}
          data-testid="upload-cancel"
          onClick={() => dispatch(uploadGone(id))}
        >
          <X />
        </IconButton>
      </Flex>
      {failed ? (
        <Box role="alert" color="fg.error" textStyle="xs">
          {problemText(t, { code: code ?? 'unknown', detail: '', retryable: false, fields: [] })}
        </Box>
      ) : (
        <Box
          role="progressbar"
          aria-label={name}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          h="1"
          borderRadius="full"
          bg="bg.muted"
          overflow="hidden"
        >
          <Box h="100%" bg="accent.solid" style={{ width: `${percent}%` }} />
        </Box>
      )}
    </chakra.li>
  );
}
