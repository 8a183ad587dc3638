import { Box, Button, Flex } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layouts/Page';
import { chooseTheme, useThemeChoice, type ThemeChoice } from '@/components/theme/colorMode';
import { LanguagePicker } from '@/components/ui/LanguagePicker';
import { Section } from '@/components/ui/Section';
import { NotificationField } from '@/features/settings/components/NotificationField';
import { PreferenceField } from '@/features/settings/components/PreferenceField';
import { SelectField } from '@/components/ui/SelectField';
import type { Language } from '@/i18n/setup';

interface SettingsPageProps {
  profile: ReactNode;
  credentials: ReactNode;
  privacy: ReactNode;
  blocked: ReactNode;
  devices: ReactNode;
  myData: ReactNode;
  onLanguage: (language: Language) => void;
  onSignOut: (everywhere: boolean) => void;
}

export function SettingsPage(props: SettingsPageProps) {
  const { profile, credentials, privacy, blocked, devices, myData, onLanguage, onSignOut } = props;
  const { t } = useTranslation();
  const theme = useThemeChoice();
  return (
    <Page title={t('settings.title')}>
      <Section level={2} title={t('settings.profile')}>
        {profile}
      </Section>
      <Section level={2} title={t('settings.appearance')}>
        <Flex gap="4" direction={{ base: 'column', sm: 'row' }} css={{ '& > *': { flex: 1 } }}>
          <SelectField<ThemeChoice>
            label={t('settings.theme.label')}
            value={theme}
            onChange={chooseTheme}
            options={[
              { value: 'system', label: t('settings.theme.system') },
              { value: 'light', label: t('settings.theme.light') },
              { value: 'dark', label: t('settings.theme.dark') },
            ]}
          />
          <LanguagePicker onChosen={onLanguage} />
        </Flex>
      </Section>
      <Section level={2} title={t('settings.conversations')}>
        <Flex gap="4" direction="column">
          <PreferenceField name="sendKey" />
          <PreferenceField name="density" />
          <PreferenceField name="announcements" />
          <PreferenceField name="browserKeys" />
        </Flex>
      </Section>
      <Section level={2} title={t('notifications.title')}>
        <NotificationField />
      </Section>
      <Section level={2} title={t('settings.credentials')}>
        {credentials}
      </Section>
      <Section level={2} title={t('privacy.title')}>
        {privacy}
      </Section>
      <Section level={2} title={t('blocks.title')}>
        {blocked}
      </Section>
      <Section level={2} title={t('settings.sessions')}>
        <Box mb="4">{devices}</Box>
        <Box color="fg.muted" textStyle="sm" mb="3">
          {t('settings.sessionsText')}
        </Box>
        <Flex gap="2" wrap="wrap">
          <Button variant="outline" onClick={() => onSignOut(false)}>
            {t('settings.signOut')}
          </Button>
          <Button
            variant="outline"
            colorPalette="danger"
            onClick={() => onSignOut(true)}
            data-testid="sign-out-everywhere"
          >
            {t('settings.signOutEverywhere')}
          </Button>
        </Flex>
      </Section>
      <Section level={2} title={t('myData.title')}>
        {myData}
      </Section>
    </Page>
  );
}
