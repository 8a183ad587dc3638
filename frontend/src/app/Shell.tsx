import { Box, Flex } from '@chakra-ui/react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch } from 'react-redux';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { ConnectionBar } from '@/app/ConnectionBar';
import { Dialogs, type OpenDialog } from '@/app/Dialogs';
import { onNotificationClick } from '@/app/notifications';
import { NewVersionBar } from '@/app/NewVersionBar';
import { Sidebar } from '@/app/Sidebar';
import { ShellContext } from '@/app/shellContext';
import type { AppDispatch } from '@/app/store';
import { usePaneKeys } from '@/app/usePaneKeys';
import { useRoomKeys } from '@/app/useRoomKeys';
import { useSearchKey } from '@/app/useSearchKey';
import { useTitle } from '@/app/useTitle';
import { RowsSkeleton } from '@/components/ui/Rows';
import { say } from '@/components/ui/notices';
import { markAllRead } from '@/features/rooms/markRead';

const SignOutDialog = lazy(async () => ({ default: (await import('@/app/SignOut')).SignOut }));

/** The frame: rooms and people on one side, a page on the other; on a phone one of them at a time. */
export function Shell({ myId }: { myId: string }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { t } = useTranslation();
  const dispatch = useDispatch<AppDispatch>();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [signingOut, setSigningOut] = useState<{ everywhere: boolean }>();
  const atHome = pathname === '/';
  const actions = useMemo(
    () => ({
      newRoom: () => setDialog('newRoom'),
      joinByLink: () => setDialog('joinByLink'),
      signOut: (everywhere: boolean) => setSigningOut({ everywhere }),
      shortcuts: () => setDialog('shortcuts'),
      allRead: () => {
        const undo = dispatch(markAllRead());
        say(
          t(undo ? 'rooms.allRead.done' : 'rooms.allRead.nothing'),
          'info',
          undo && { label: t('common.undo'), run: undo },
        );
      },
    }),
    [dispatch, t],
  );
  useTitle();
  useEffect(() => onNotificationClick((path) => void navigate(path)), [navigate]);
  usePaneKeys();
  useRoomKeys({ onShortcuts: actions.shortcuts, onAllRead: actions.allRead });
  useSearchKey();

  return (
    <ShellContext value={actions}>
      <Flex direction="column" h="100dvh" minH="0">
        <ConnectionBar />
        <NewVersionBar />
        <Flex flex="1" minH="0">
          <Box
            as="aside"
            display={{ base: atHome ? 'block' : 'none', md: 'block' }}
            w={{ base: 'full', md: 'sidebar' }}
            flexShrink={0}
            minH="0"
            bg="bg.subtle"
            borderEndWidth={{ base: '0', md: '1px' }}
          >
            <Sidebar myId={myId} />
          </Box>
          <Box
            as="main"
            display={{ base: atHome ? 'none' : 'block', md: 'block' }}
            flex="1"
            minW="0"
            minH="0"
            position="relative"
          >
            <Suspense fallback={<RowsSkeleton />}>
              <Outlet />
            </Suspense>
          </Box>
        </Flex>
      </Flex>
      {dialog && (
        <Dialogs
          dialog={dialog}
          myId={myId}
          onClose={() => setDialog(undefined)}
          onGo={(path) => {
            setDialog(undefined);
            void navigate(path);
          }}
        />
      )}
      {signingOut && (
        <Suspense>
          <SignOutDialog everywhere={signingOut.everywhere} onClose={() => setSigningOut(undefined)} />
        </Suspense>
      )}
    </ShellContext>
  );
}
