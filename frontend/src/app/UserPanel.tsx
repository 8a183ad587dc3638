import { Box, Flex } from '@chakra-ui/react';
import { CheckCheck, EllipsisVertical, Keyboard, LogOut, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { nameOf, useUserQuery } from '@/api/users';
import { useShell } from '@/app/shellContext';
import { ActionMenu } from '@/components/ui/ActionMenu';
import { Avatar } from '@/components/ui/Avatar';
import { IconButton } from '@/components/ui/IconButton';

/** Oneself, at the foot of the side bar. */
export function UserPanel({ myId }: { myId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { signOut, shortcuts, allRead } = useShell();
  const { data: me } = useUserQuery(myId);
  return (
    <Flex align="center" gap="3" h="14" px="4" borderTopWidth="1px" flexShrink={0}>
      <Avatar id={myId} name={nameOf(me) || '?'} image={me?.image} size={32} />
      <Box flex="1" minW="0" lineHeight="tight">
        <Box fontWeight="semibold" truncate textStyle="sm">
          <bdi>{nameOf(me)}</bdi>
        </Box>
        <Box textStyle="xs" color="fg.muted" truncate>
          {me && `@${me.username}`}
        </Box>
      </Box>
      <ActionMenu
        trigger={
          <IconButton label={t('sidebar.account')} data-testid="user-menu">
            <EllipsisVertical />
          </IconButton>
        }
        actions={[
          {
            id: 'settings',
            label: t('settings.title'),
            icon: <Settings size={15} />,
            testId: 'open-settings',
            onSelect: () => void navigate('/settings'),
          },
          {
            id: 'allRead',
            label: t('rooms.allRead.action'),
            icon: <CheckCheck size={15} />,
            testId: 'all-read',
            onSelect: allRead,
          },
          {
            id: 'shortcuts',
            label: t('shortcuts.title'),
            icon: <Keyboard size={15} />,
            testId: 'open-shortcuts',
            onSelect: shortcuts,
          },
          {
            id: 'signOut',
            label: t('settings.signOut'),
            icon: <LogOut size={15} className="mirror" />,
            testId: 'sign-out',
            onSelect: () => signOut(false),
          },
        ]}
      />
    </Flex>
  );
}
