import { Box, Dialog, Flex, Portal } from '@chakra-ui/react';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/IconButton';

interface ModalProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  /** For questions that must be answered. */
  alert?: boolean;
  wide?: boolean;
}

/** Mounted means open. Focus goes in, stays in, and returns to where it was. */
export function Modal({ title, onClose, children, footer, alert, wide }: ModalProps) {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open
      lazyMount
      role={alert ? 'alertdialog' : 'dialog'}
      placement="center"
      scrollBehavior="inside"
      size="sm"
      motionPreset="scale"
      // What one came to fill in; without a field the first button, which closes and does no harm.
      initialFocusEl={() => body.current?.querySelector<HTMLElement>('input, textarea') ?? null}
      onOpenChange={({ open }) => !open && onClose()}
    >
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner px="4">
          <Dialog.Content maxW={wide ? '44rem' : '28rem'}>
            <Flex as="header" align="center" justify="space-between" gap="2" ps="5" pe="3" pt="4" pb="1">
              <Dialog.Title asChild>
                <Box as="h2" textStyle="lg" fontWeight="semibold" overflowWrap="anywhere">
                  {title}
                </Box>
              </Dialog.Title>
              <IconButton label={t('common.close')} onClick={onClose}>
                <X />
              </IconButton>
            </Flex>
            <Box ref={body} px="5" py="3" overflowY="auto" textStyle="md">
              {children}
            </Box>
            {footer && (
              <Flex as="footer" justify="flex-end" gap="2" px="5" pt="2" pb="5" wrap="wrap">
                {footer}
              </Flex>
            )}
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  );
}
