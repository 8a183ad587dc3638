import { Box, Flex } from '@chakra-ui/react';
import { MessagesSquare, RefreshCcw, Server } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguagePicker } from '@/components/ui/LanguagePicker';
import { Logo } from '@/components/ui/Logo';

interface AuthLayoutProps {
  title: string;
  subtitle: ReactNode;
  children: ReactNode;
}

/** Two halves on a wide screen: what this is, and the way in. */
export function AuthLayout({ title, subtitle, children }: AuthLayoutProps) {
  const { t } = useTranslation();
  return (
    <Flex minH="full" h="full" overflowY="auto">
      <Pitch />
      <Flex as="main" direction="column" flex="1" minW="0" px={{ base: '5', sm: '10' }} py="6">
        <Flex justify="space-between" align="center" mb="6">
          <Flex align="center" gap="2.5" visibility={{ lg: 'hidden' }}>
            <Logo />
            <Box fontWeight="bold" textStyle="lg">
              Parley
            </Box>
          </Flex>
          <LanguagePicker compact />
        </Flex>
        <Box w="full" maxW="96" m="auto" py="4">
          <Box as="h1" textStyle="2xl" fontWeight="bold">
            {title}
          </Box>
          <Box color="fg.muted" mt="1.5" mb="7">
            {subtitle}
          </Box>
          {children}
        </Box>
        <Box textAlign="center" textStyle="xs" color="fg.subtle" mt="6">
          {t('auth.footer')}
        </Box>
      </Flex>
    </Flex>
  );
}

function Pitch() {
  const { t } = useTranslation();
  const points = [
    { icon: MessagesSquare, text: t('auth.pitch.rooms') },
    { icon: RefreshCcw, text: t('auth.pitch.safe') },
    { icon: Server, text: t('auth.pitch.own') },
  ];
  return (
    <Flex
      as="aside"
      display={{ base: 'none', lg: 'flex' }}
      direction="column"
      justify="space-between"
      w="44%"
      maxW="40rem"
      p="12"
      color="white"
      bg="#0b4f4a"
      backgroundImage="radial-gradient(circle at 15% 10%, #12857b 0, transparent 45%), radial-gradient(circle at 90% 95%, #0f6d80 0, transparent 50%)"
    >
      <Flex align="center" gap="3">
        <Logo size={36} />
        <Box fontWeight="bold" textStyle="xl">
          Parley
        </Box>
      </Flex>
      <Box>
        <Box textStyle="3xl" fontWeight="bold" maxW="80" mb="8">
          {t('auth.pitch.title')}
        </Box>
        <Flex direction="column" gap="4">
          {points.map(({ icon: Icon, text }) => (
            <Flex key={text} gap="3" align="center">
              <Flex
                boxSize="9"
                flexShrink={0}
                align="center"
                justify="center"
                borderRadius="xl"
                bg="rgba(255,255,255,0.14)"
              >
                <Icon size={18} aria-hidden />
              </Flex>
              <Box>{text}</Box>
            </Flex>
          ))}
        </Flex>
      </Box>
      <Box />
    </Flex>
  );
}
