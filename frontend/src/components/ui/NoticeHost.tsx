import { Box, Button, Flex } from '@chakra-ui/react';
import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/IconButton';
import { currentNotices, dismiss, onNotices } from '@/components/ui/notices';

export function NoticeHost() {
  const { t } = useTranslation();
  const notices = useSyncExternalStore(onNotices, currentNotices);
  return (
    <Flex
      role="status"
      aria-live="polite"
      position="fixed"
      direction="column"
      align="center"
      gap="2"
      bottom="6"
      insetInline="4"
      zIndex="toast"
      pointerEvents="none"
    >
      {notices.map(({ id, text, tone, action }) => (
        <Flex
          key={id}
          align="center"
          gap="2"
          ps="4"
          pe="1.5"
          py="1.5"
          maxW="full"
          borderRadius="l2"
          bg={tone === 'error' ? 'danger.solid' : 'neutral.solid'}
          color={tone === 'error' ? 'danger.contrast' : 'neutral.contrast'}
          boxShadow="md"
          textStyle="sm"
          pointerEvents="auto"
        >
          <Box flex="1" overflowWrap="anywhere">
            {text}
          </Box>
          {action && (
            <Button
              size="xs"
              variant="outline"
              color="inherit"
              borderColor="currentColor"
              flexShrink={0}
              css={{ '@media (pointer: coarse)': { height: 'touch' } }}
              _hover={{ bg: 'transparent', textDecoration: 'underline' }}
              onClick={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton
            label={t('common.close')}
            color="inherit"
            onClick={() => dismiss(id)}
            _hover={{ bg: 'transparent' }}
          >
            <X />
          </IconButton>
        </Flex>
      ))}
    </Flex>
  );
}
