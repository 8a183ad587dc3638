import { Box, Button, Flex } from '@chakra-ui/react';
import { Compass, MessageSquarePlus, UserSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useShell } from '@/app/shellContext';
import { Logo } from '@/components/ui/Logo';

/** Beside the list when nothing is chosen: the three ways to get going. */
export function Home() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { newRoom } = useShell();
  const ways = [
    { icon: MessageSquarePlus, title: t('home.newRoom'), text: t('home.newRoomText'), go: newRoom },
    {
      icon: UserSearch,
      title: t('home.findPeople'),
      text: t('home.findPeopleText'),
      go: () => void navigate('/friends/find'),
    },
    { icon: Compass, title: t('home.discover'), text: t('home.discoverText'), go: () => void navigate('/discover') },
  ];
  return (
    <Flex h="full" align="center" justify="center" p="8" data-pane="main">
      <Box maxW="28rem" w="full">
        <Logo size={48} />
        <Box as="h1" textStyle="2xl" fontWeight="bold" mt="5">
          {t('home.title')}
        </Box>
        <Box color="fg.muted" mt="1" mb="6">
          {t('home.text')}
        </Box>
        <Flex direction="column" gap="2">
          {ways.map(({ icon: Icon, title, text, go }) => (
            <Button
              key={title}
              variant="outline"
              h="auto"
              py="3"
              px="4"
              gap="4"
              justifyContent="flex-start"
              textAlign="start"
              whiteSpace="normal"
              onClick={go}
            >
              <Flex
                boxSize="10"
                flexShrink={0}
                align="center"
                justify="center"
                borderRadius="xl"
                bg="accent.subtle"
                color="accent.fg"
              >
                <Icon aria-hidden />
              </Flex>
              <Box>
                <Box fontWeight="semibold" textStyle="md">
                  {title}
                </Box>
                <Box color="fg.muted" fontWeight="normal">
                  {text}
                </Box>
              </Box>
            </Button>
          ))}
        </Flex>
      </Box>
    </Flex>
  );
}
