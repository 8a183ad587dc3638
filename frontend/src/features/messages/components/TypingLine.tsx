import { Box, chakra } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { useSelector } from 'react-redux';
import { nameOf, useUserQuery } from '@/api/users';
import { selectTyping, type WithTyping } from '@/features/messages/typing';

const UP_TO = 3;

function Name({ id }: { id: string }) {
  const { t } = useTranslation();
  return <bdi>{nameOf(useUserQuery(id).data) || t('people.unknown')}</bdi>;
}

/** Who is writing: up to three by name. Always as high as one line, so that nothing moves when it comes and goes. */
export function TypingLine({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const ids = Object.keys(useSelector((state: WithTyping) => selectTyping(state, roomId)));
  return (
    <Box h="5" px="4" textStyle="xs" color="fg.muted" truncate data-testid={ids.length > 0 ? 'typing' : undefined}>
      {ids.length > 0 && (
        <>
          <Dots />{' '}
          {ids.length > UP_TO ? (
            t('messages.typing.several')
          ) : (
            <>
              {ids.map((id, index) => (
                <span key={id}>
                  {index > 0 && t('messages.typing.and')}
                  <Name id={id} />
                </span>
              ))}
              {t('messages.typing.write', { count: ids.length })}
            </>
          )}
        </>
      )}
    </Box>
  );
}

function Dots() {
  return (
    <chakra.span aria-hidden display="inline-flex" gap="2px" verticalAlign="middle">
      {[0, 1, 2].map((index) => (
        <chakra.span
          key={index}
          boxSize="1"
          borderRadius="full"
          bg="fg.muted"
          animation="typing 1.2s infinite"
          style={{ animationDelay: `${index * 0.15}s` }}
        />
      ))}
    </chakra.span>
  );
}
