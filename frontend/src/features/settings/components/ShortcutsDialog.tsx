import { Box, chakra, Flex } from '@chakra-ui/react';
import { useTranslation } from 'react-i18next';
import { Modal } from '@/components/ui/Modal';
import { PreferenceField } from '@/features/settings/components/PreferenceField';
import { usePreference } from '@/lib/preferences';
import { isTaken, keyNames, keysOf, SHORTCUT_GROUPS, shortcutsOf, type ShortcutName } from '@/lib/shortcuts';

/** Every key there is. Those that a browser uses itself are marked, and can be left to it. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  usePreference('sendKey');
  return (
    <Modal title={t('shortcuts.title')} onClose={onClose} wide>
      <Box css={{ columnGap: '32px' }} columnCount={{ base: 1, md: 2 }} data-testid="shortcuts">
        {SHORTCUT_GROUPS.map((group) => (
          <Box as="section" key={group} mb="4" css={{ breakInside: 'avoid' }}>
            <Box as="h3" textStyle="sm" fontWeight="semibold" color="fg.muted" mb="1">
              {t(`shortcuts.groups.${group}`)}
            </Box>
            <dl>
              {shortcutsOf(group).map((name) => (
                <Line key={name} name={name} />
              ))}
            </dl>
          </Box>
        ))}
      </Box>
      <Box borderTopWidth="1px" pt="3" pb="1">
        <Box textStyle="sm" color="fg.muted" mb="3">
          * {t('shortcuts.taken')}
        </Box>
        <PreferenceField name="browserKeys" />
      </Box>
    </Modal>
  );
}

function Line({ name }: { name: ShortcutName }) {
  const { t } = useTranslation();
  const left = usePreference('browserKeys') === 'browser' && isTaken(name);
  return (
    <Flex justify="space-between" align="center" gap="3" py="1" opacity={left ? 0.55 : undefined} data-shortcut={name}>
      <dt>
        {t(`shortcuts.${name}`)}
        {isTaken(name) && <span aria-label={t('shortcuts.taken')}> *</span>}
      </dt>
      <chakra.dd flexShrink={0} textDecoration={left ? 'line-through' : undefined}>
        <Keys keys={keysOf(name)[0] ?? ''} />
      </chakra.dd>
    </Flex>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <Flex as="span" gap="1">
      {keyNames(keys).map((key) => (
        <chakra.kbd
          key={key}
          display="inline-flex"
          alignItems="center"
          justifyContent="center"
          minW="6"
          h="6"
          px="1.5"
          borderWidth="1px"
          borderBottomWidth="2px"
          borderColor="border.emphasized"
          borderRadius="l1"
          bg="bg.subtle"
          fontFamily="body"
          textStyle="xs"
        >
          {key}
        </chakra.kbd>
      ))}
    </Flex>
  );
}
