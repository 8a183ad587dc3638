import { ChakraProvider } from '@chakra-ui/react';
import { lazy, Suspense } from 'react';
import { Provider, useSelector } from 'react-redux';
import { BrowserRouter } from 'react-router';
import { ErrorBoundary } from '@/app/ErrorBoundary';
import { SignedOutRoutes } from '@/app/SignedOutRoutes';
import { Splash } from '@/app/Splash';
import { Unreachable } from '@/app/Unreachable';
import type { AppStore, RootState } from '@/app/store';
import { system } from '@/components/theme/system';
import { NoticeHost } from '@/components/ui/NoticeHost';

// Who is not signed in needs nothing of the chat.
const SignedInRoutes = lazy(() => import('@/app/SignedInRoutes'));

export function App({ store }: { store: AppStore }) {
  return (
    <ChakraProvider value={system}>
      <Provider store={store}>
        <ErrorBoundary>
          <BrowserRouter>
            <Suspense fallback={<Splash />}>
              <Gate />
            </Suspense>
          </BrowserRouter>
        </ErrorBoundary>
        <NoticeHost />
      </Provider>
    </ChakraProvider>
  );
}

function Gate() {
  const session = useSelector((state: RootState) => state.session);
  switch (session.status) {
    case 'starting':
      return <Splash />;
    case 'unreachable':
      return <Unreachable />;
    case 'signedOut':
      return <SignedOutRoutes ended={session.ended} />;
    case 'signedIn':
      return <SignedInRoutes key={session.userId} myId={session.userId} />;
  }
}
