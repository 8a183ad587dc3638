import { Flex } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/components/ui/Logo';

/** While it is not known yet who is here. */
export function Splash() {
  const { t } = useTranslation();
  return (
    <Flex h="full" align="center" justify="center" role="status" aria-label={t('common.loading')} animation="pulse">
      <Logo size={56} />
    </Flex>
  );
}
