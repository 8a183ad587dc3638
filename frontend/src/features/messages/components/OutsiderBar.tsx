import { Box, Button, Flex } from '@chakra-ui/react';
import { UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { IconButton } from '@/components/ui/IconButton';
import { say } from '@/components/ui/notices';
import { problemText } from '@/i18n/problemText';

interface OutsiderBarProps {
  people: User[];
  /** Brings somebody into the room; who may not do that is only told. */
  onAdd: ((userId: string) => Promise<unknown>) | undefined;
  onDone: (userId: string) => void;
}

/** Says whom a call did not reach, and offers to bring them in. */
export function OutsiderBar({ people, onAdd, onDone }: OutsiderBarProps) {
  return (
    <Box role="status" px="4">
      {people.map((user) => (
        <Outsider key={user.id} user={user} onAdd={onAdd} onDone={() => onDone(user.id)} />
      ))}
    </Box>
  );
}

interface OutsiderProps extends Pick<OutsiderBarProps, 'onAdd'> {
  user: User;
  onDone: () => void;
}

function Outsider({ user, onAdd, onDone }: OutsiderProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const name = nameOf(user);
  const add = async () => {
    setAdding(true);
    try {
      await onAdd?.(user.id);
      onDone();
    } catch (reason) {
      say(problemText(t, asProblem(reason)), 'error');
      setAdding(false);
    }
  };
  return (
    <Flex
      align="center"
      gap="2"
      mb="1.5"
      ps="3"
      pe="1"
      py="1"
      borderRadius="l2"
      bg="bg.muted"
      textStyle="sm"
      data-testid="outsider"
    >
      <Box flex="1" minW="0" overflowWrap="anywhere">
        {t('messages.outsider', { name })}
      </Box>
      {onAdd && (
        <Button size="xs" variant="outline" loading={adding} onClick={add} data-testid="outsider-add">
          <UserPlus /> {t('messages.addOutsider')}
        </Button>
      )}
      <IconButton label={t('common.close')} onClick={onDone}>
        <X />
      </IconButton>
    </Flex>
  );
}
