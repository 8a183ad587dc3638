import { Button, Flex } from '@chakra-ui/react';
import { CircleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/ui/EmptyState';

/** The last net: a mistake of ours, or a part of the program that could not be loaded. Nothing written is lost. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useTranslation();
  return (
    <Flex h="full" align="center" justify="center" role="alert">
      <EmptyState icon={<CircleAlert size={22} />} title={t('common.broken.title')} text={t('common.broken.text')}>
        <Button colorPalette="accent" onClick={() => location.reload()}>
          {t('common.broken.reload')}
        </Button>
      </EmptyState>
    </Flex>
  );
}
