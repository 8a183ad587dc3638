import { Button, Flex } from '@chakra-ui/react';
import { MapPinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/ui/EmptyState';

interface NotFoundProps {
  title?: string;
  text?: string;
}

export function NotFound({ title, text }: NotFoundProps) {
  const { t } = useTranslation();
  return (
    <Flex h="full" align="center" justify="center" data-pane="main" data-testid="not-found">
      <EmptyState
        level={1}
        icon={<MapPinOff size={22} />}
        title={title ?? t('notFound.title')}
        text={text ?? t('notFound.text')}
      >
        <Button asChild colorPalette="accent">
          <Link to="/">{t('common.home')}</Link>
        </Button>
      </EmptyState>
    </Flex>
  );
}
