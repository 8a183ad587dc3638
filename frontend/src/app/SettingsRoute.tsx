import { useSelector } from 'react-redux';
import { useShell } from '@/app/shellContext';
import type { RootState } from '@/app/store';
import { RowsSkeleton } from '@/components/ui/Rows';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { CredentialsForm } from '@/features/identity/components/CredentialsForm';
import { ProfileForm } from '@/features/identity/components/ProfileForm';
import { useChangeMeMutation, useMeQuery } from '@/features/identity/api';
import { SettingsPage } from '@/features/settings/components/SettingsPage';

export default function SettingsRoute() {
  const { signOut } = useShell();
  const signedIn = useSelector((state: RootState) => state.session.status === 'signedIn');
  const { data: me, error, refetch } = useMeQuery(undefined, { skip: !signedIn });
  const [change] = useChangeMeMutation();
  const missing = error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <RowsSkeleton rows={3} />;

  return (
    <SettingsPage
      profile={me ? <ProfileForm me={me} /> : missing}
      credentials={me ? <CredentialsForm key={me.email} me={me} /> : missing}
      // The server writes to people in their language; that it could not be told is no reason to disturb.
      onLanguage={(locale) => void change({ locale })}
      onSignOut={signOut}
    />
  );
}
