import { Box, Flex } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { handleOf, nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { PersonAvatar } from '@/components/people/PersonAvatar';

interface PersonLineProps {
  user: User;
  /** Instead of the username. */
  second?: ReactNode;
  onOpen?: () => void;
  children?: ReactNode;
}

/** A person in a list: picture, name, a second line, and what can be done. */
export function PersonLine({ user, second, onOpen, children }: PersonLineProps) {
  const who = (
    <>
      <PersonAvatar id={user.id} name={nameOf(user)} image={user.image} />
      <Box minW="0" flex="1" textAlign="start">
        <Box fontWeight="medium" truncate>
          <bdi>{nameOf(user)}</bdi>
        </Box>
        <Box textStyle="xs" color="fg.muted" truncate>
          {second ?? handleOf(user)}
        </Box>
      </Box>
    </>
  );
  return (
    <Flex
      align="center"
      gap="2"
      minH="14"
      px="2"
      borderRadius="l2"
      _hover={{ bg: 'bg.hover' }}
      data-testid="person"
      data-user={user.id}
      data-username={user.username}
    >
      {onOpen ? (
        <Flex as="button" align="center" gap="3" flex="1" minW="0" py="2" cursor="pointer" onClick={onOpen}>
          {who}
        </Flex>
      ) : (
        <Flex align="center" gap="3" flex="1" minW="0" py="2">
          {who}
        </Flex>
      )}
      {children && (
        <Flex gap="1.5" flexShrink={0} align="center">
          {children}
        </Flex>
      )}
    </Flex>
  );
}
