import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch, useSelector } from 'react-redux';
import { useNavigate } from 'react-router';
import { signedOut } from '@/api/session';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useLogoutMutation } from '@/features/identity/api';
import { selectUnsentCount } from '@/features/messages/outbox';

interface SignOutProps {
  everywhere: boolean;
  onClose: () => void;
}

/** Signs out; asks first when something would be lost by it, or when it concerns other devices too. */
export function SignOut({ everywhere, onClose }: SignOutProps) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const navigate = useNavigate();
  const unsent = useSelector(selectUnsentCount);
  const [logout] = useLogoutMutation();
  const begun = useRef(false);
  const ask = everywhere || unsent > 0;

  const leave = async () => {
    if (everywhere) {
      await logout({ everywhere }).unwrap();
    } else {
      // Also without a connection: this device forgets, the server's session then ends by itself.
      await logout({ everywhere });
    }
    dispatch(signedOut({ ended: false }));
    await navigate('/sign-in', { replace: true });
  };
  useEffect(() => {
    if (!ask && !begun.current) {
      begun.current = true;
      void leave();
    }
  });

  return ask ? (
    <ConfirmDialog
      title={everywhere ? t('settings.signOutEverywhere') : t('settings.signOut')}
      action={t('settings.signOut')}
      onConfirm={leave}
      onClose={onClose}
    >
      {unsent > 0 && t('settings.signOutUnsent', { count: unsent })} {everywhere && t('settings.signOutEverywhereText')}
    </ConfirmDialog>
  ) : null;
}
