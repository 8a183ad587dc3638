import { Box, chakra, Dialog, Flex, Portal, Spinner } from '@chakra-ui/react';
import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Media } from '@/api/wire';
import { useMediaUrl } from '@/components/media/useMediaUrl';
import { IconButton } from '@/components/ui/IconButton';

interface ImageViewerProps {
  media: Media;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}

const MOST = 4;

/** One image, as large as the window; arrows go on, plus and minus zoom, Escape closes. */
export function ImageViewer({ media, onClose, onPrevious, onNext }: ImageViewerProps) {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState(1);
  const small = useMediaUrl(media.thumbnailUrl);
  const full = useMediaUrl(media.url);
  const source = full.state === 'there' ? full.url : small.state === 'there' ? small.url : undefined;
  const closer = () => setZoom((now) => Math.min(MOST, now * 2));
  const farther = () => setZoom((now) => Math.max(1, now / 2));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const action = { ArrowLeft: onPrevious, ArrowRight: onNext, '+': closer, '=': closer, '-': farther }[key];
    action?.();
  };
  return (
    <Dialog.Root open lazyMount size="full" motionPreset="none" onOpenChange={({ open }) => !open && onClose()}>
      <Portal>
        <Dialog.Backdrop bg="black/92" />
        <Dialog.Positioner>
          <Dialog.Content
            bg="transparent"
            boxShadow="none"
            aria-label={t('media.viewer')}
            data-testid="viewer"
            onKeyDown={onKeyDown}
            colorPalette="gray"
          >
            <Flex align="center" gap="1" p="2" color="white" className="dark">
              <Box flex="1" minW="0" truncate px="2">
                <bdi>{media.fileName}</bdi>
              </Box>
              <Tool label={t('media.zoomOut')} disabled={zoom <= 1} onClick={farther} icon={<ZoomOut />} />
              <Tool label={t('media.zoomIn')} disabled={zoom >= MOST} onClick={closer} icon={<ZoomIn />} />
              <Tool label={t('common.close')} onClick={onClose} icon={<X />} />
            </Flex>
            <Flex flex="1" minH="0" align="center" className="dark">
              <Tool
                label={t('media.previous')}
                disabled={!onPrevious}
                onClick={onPrevious}
                icon={<ChevronLeft className="mirror" />}
              />
              <Box flex="1" minW="0" h="calc(100dvh - 4rem)" overflow="auto" display="flex" data-zoom={zoom}>
                {full.state === 'missing' ? (
                  <Box m="auto" color="white">
                    {t('media.missing')}
                  </Box>
                ) : source ? (
                  <chakra.img
                    src={source}
                    alt={t('media.image', { name: media.fileName })}
                    m="auto"
                    objectFit="contain"
                    cursor={zoom < MOST ? 'zoom-in' : 'zoom-out'}
                    onClick={() => (zoom < MOST ? closer() : setZoom(1))}
                    style={{
                      width: zoom > 1 ? `${zoom * 100}%` : undefined,
                      maxWidth: zoom > 1 ? 'none' : '100%',
                      maxHeight: zoom > 1 ? 'none' : '100%',
                    }}
                  />
                ) : (
                  <Spinner m="auto" color="white" />
                )}
              </Box>
              <Tool
                label={t('media.next')}
                disabled={!onNext}
                onClick={onNext}
                icon={<ChevronRight className="mirror" />}
              />
            </Flex>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}

interface ToolProps {
  label: string;
  icon: ReactNode;
  disabled?: boolean;
  onClick?: () => void;
}

function Tool({ label, icon, disabled, onClick }: ToolProps) {
  return (
    <IconButton label={label} color="white" size="md" disabled={disabled} onClick={onClick} _hover={{ bg: 'white/20' }}>
      {icon}
    </IconButton>
  );
}
