import { Box, Flex } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { handleOf, nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { PersonAvatar } from '@/components/people/PersonAvatar';

interface PersonLineProps {
  user: User;
  /** Instead of the username. */
  second?: ReactNode;
  /** What they wrote: whole, under all the rest. */
  note?: string;
  onOpen?: () => void;
  children?: ReactNode;
}

/** A person in a list: picture, name, a second line, and what can be done. */
export function PersonLine({ user, second, note, onOpen, children }: PersonLineProps) {
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
      columnGap="2"
      wrap={note ? 'wrap' : undefined}
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
      {note && (
        <Box
          w="full"
          ms="12"
          mb="2"
          ps="3"
          borderStartWidth="2px"
          color="fg.muted"
          textStyle="sm"
          whiteSpace="pre-wrap"
          overflowWrap="anywhere"
          dir="auto"
        >
          {note}
        </Box>
      )}
    </Flex>
  );
}
