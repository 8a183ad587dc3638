import { useDispatch, useSelector } from 'react-redux';
import { useNavigate } from 'react-router';
import { signedOut } from '@/api/session';
import { useShell } from '@/app/shellContext';
import type { RootState } from '@/app/store';
import { RowsSkeleton } from '@/components/ui/Rows';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { CredentialsForm } from '@/features/identity/components/CredentialsForm';
import { DeviceList } from '@/features/identity/components/DeviceList';
import { MyData } from '@/features/identity/components/MyData';
import { PrivacyField } from '@/features/identity/components/PrivacyField';
import { ProfileForm } from '@/features/identity/components/ProfileForm';
import { useChangeMeMutation, useMeQuery } from '@/features/identity/api';
import { BlockedPeople } from '@/features/people/components/BlockedPeople';
import { SettingsPage } from '@/features/settings/components/SettingsPage';

export default function SettingsRoute() {
  const { signOut } = useShell();
  const dispatch = useDispatch();
  const navigate = useNavigate();
  const signedIn = useSelector((state: RootState) => state.session.status === 'signedIn');
  const { data: me, error, refetch } = useMeQuery(undefined, { skip: !signedIn });
  const [change] = useChangeMeMutation();
  const gone = () => {
    dispatch(signedOut({ ended: false }));
    void navigate('/sign-up', { replace: true });
  };
  const missing = error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <RowsSkeleton rows={3} />;

  return (
    <SettingsPage
      profile={me ? <ProfileForm me={me} /> : missing}
      credentials={me ? <CredentialsForm key={me.email} me={me} /> : missing}
      privacy={me ? <PrivacyField me={me} /> : missing}
      blocked={<BlockedPeople />}
      devices={<DeviceList />}
      myData={<MyData onDeleted={gone} />}
      // The server writes to people in their language; that it could not be told is no reason to disturb.
      onLanguage={(locale) => void change({ locale })}
      onSignOut={signOut}
    />
  );
}
