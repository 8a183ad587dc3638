import { Button } from '@chakra-ui/react';
import { Ban } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { say } from '@/components/ui/notices';
import { problemText } from '@/i18n/problemText';
import { useBlockMutation, useUnblockMutation } from '@/features/people/api';

/** Blocks somebody after asking, or lets them near again at once. */
export function BlockButton({ user, blocked }: { user: User; blocked: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [block] = useBlockMutation();
  const [unblock, lifting] = useUnblockMutation();
  const lift = async () => {
    const answer = await unblock(user.id);
    if (answer.error) {
      say(problemText(t, asProblem(answer.error)), 'error');
    }
  };
  if (blocked) {
    return (
      <Button variant="outline" loading={lifting.isLoading} onClick={lift} data-testid="unblock">
        {t('blocks.lift')}
      </Button>
    );
  }
  return (
    <>
      <Button variant="outline" colorPalette="danger" onClick={() => setAsking(true)} data-testid="block">
        <Ban /> {t('blocks.block.action')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('blocks.block.title', { name: nameOf(user) })}
          action={t('blocks.block.action')}
          onConfirm={() => block(user.id).unwrap()}
          onClose={() => setAsking(false)}
        >
          {t('blocks.block.text')}
        </ConfirmDialog>
      )}
    </>
  );
}
