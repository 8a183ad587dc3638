import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { IconButton } from '@/components/ui/IconButton';

/** On a phone, where one pane is shown at a time: back to the list. */
export function BackButton({ to = '/' }: { to?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <IconButton label={t('common.back')} display={{ md: 'none' }} ms="-2" onClick={() => void navigate(to)}>
      <ArrowLeft className="mirror" />
    </IconButton>
  );
}
