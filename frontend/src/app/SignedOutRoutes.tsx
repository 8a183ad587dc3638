import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { nextPage, withNext } from '@/app/nextPage';
import { SignInPage } from '@/features/identity/components/SignInPage';
import { SignUpPage } from '@/features/identity/components/SignUpPage';

/** What is there for somebody we do not know. Whatever they came for is continued after signing in. */
export function SignedOutRoutes({ ended }: { ended: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const next = nextPage(search);
  const invited = next.startsWith('/invite/');
  const reason = invited ? t('invite.signInFirst') : ended ? t('auth.ended') : undefined;

  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage signUpLink={withNext('/sign-up', next)} reason={reason} />} />
      <Route
        path="/sign-up"
        element={<SignUpPage signInLink={withNext('/sign-in', next)} reason={invited ? reason : undefined} />}
      />
      {/* Who follows an invitation is most likely new here. */}
      <Route path="/invite/:code" element={<Navigate to={withNext('/sign-up', pathname)} replace />} />
      <Route path="*" element={<Navigate to={withNext('/sign-in', pathname + search)} replace />} />
    </Routes>
  );
}
