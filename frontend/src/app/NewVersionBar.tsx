import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { useNewVersion, useQuietMoment } from '@/app/newVersion';
import type { RootState } from '@/app/store';

/** Says that the server has a newer client, which is taken when nobody is busy with this one, or at once if wanted. */
export function NewVersionBar() {
  const { t } = useTranslation();
  const { getState } = useStore<RootState>();
  const there = useNewVersion();
  useQuietMoment(there, getState, reload);
  return (
    <Box role="status" flexShrink={0}>
      {there && (
        <Flex
          align="center"
          justify="center"
          gap="3"
          px="4"
          py="1.5"
          bg="accent.subtle"
          color="accent.fg"
          borderBottomWidth="1px"
          textStyle="sm"
          data-testid="new-version"
        >
          <Sparkles size={15} aria-hidden style={{ flexShrink: 0 }} />
          <span>
            {t('newVersion.ready')}{' '}
            <chakra.span display={{ base: 'none', sm: 'inline' }}>{t('newVersion.later')}</chakra.span>
          </span>
          <Button
            size="2xs"
            variant="outline"
            flexShrink={0}
            css={{ '@media (pointer: coarse)': { height: 'touch', paddingInline: '16px' } }}
            onClick={reload}
          >
            {t('newVersion.reload')}
          </Button>
        </Flex>
      )}
    </Box>
  );
}

const reload = () => location.reload();
