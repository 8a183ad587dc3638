import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { nameOf } from '@/api/users';
import type { User } from '@/api/wire';
import { PictureButtons } from '@/components/media/PictureButtons';
import { Avatar } from '@/components/ui/Avatar';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { say } from '@/components/ui/notices';
import { TextField } from '@/components/ui/TextField';
import { BIO_MAX, DISPLAY_NAME_MAX } from '@/config/limits';
import { fieldText } from '@/i18n/problemText';
import { useChangeMeMutation } from '@/features/identity/api';

const fields = ['displayName', 'bio', 'qq', 'wechat', 'github'] as const;
type Profile = Record<(typeof fields)[number], string>;

const profileOf = (me: User): Profile => ({
  displayName: me.displayName,
  bio: me.bio ?? '',
  qq: me.qq ?? '',
  wechat: me.wechat ?? '',
  github: me.github ?? '',
});

/** What others see of oneself. */
export function ProfileForm({ me }: { me: User }) {
  const { t } = useTranslation();
  const [profile, setProfile] = useState(() => profileOf(me));
  const [change, { isLoading, error }] = useChangeMeMutation();
  const problem = error && asProblem(error);
  const before = profileOf(me);
  const changed = Object.fromEntries(
    fields.filter((field) => profile[field].trim() !== before[field]).map((field) => [field, profile[field].trim()]),
  );
  const field = (name: keyof Profile) => ({
    label: t(`profile.${name}`),
    value: profile[name],
    onChange: (value: string) => setProfile({ ...profile, [name]: value }),
    error: fieldText(problem, name),
  });

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await change(changed);
    if (answer.data) {
      setProfile(profileOf(answer.data));
      say(t('profile.saved'));
    }
  };

  return (
    <chakra.form onSubmit={save}>
      <Flex align="center" gap="4" mb="5">
        <Avatar id={me.id} name={profile.displayName || me.username} image={me.image} size={64} />
        <Box minW="0">
          <Box fontWeight="semibold" textStyle="lg" truncate>
            {nameOf(me)}
          </Box>
          <Box color="fg.muted" truncate>
            @{me.username}
          </Box>
          <PictureButtons
            present={me.image !== undefined}
            onPicture={(image) => change({ image }).then((answer) => answer.data && say(t('profile.saved')))}
          />
        </Box>
      </Flex>
      <Flex direction="column" gap="4">
        <TextField
          {...field('displayName')}
          maxLength={DISPLAY_NAME_MAX}
          autoComplete="name"
          data-testid="profile-display-name"
        />
        <TextField {...field('bio')} maxLength={BIO_MAX} lines={3} />
        <TextField {...field('qq')} maxLength={32} inputMode="numeric" />
        <TextField {...field('wechat')} maxLength={64} />
        <TextField {...field('github')} maxLength={64} autoCapitalize="none" />
        <ErrorNote error={error} />
        <Box>
          <Button
            type="submit"
            colorPalette="accent"
            loading={isLoading}
            disabled={Object.keys(changed).length === 0}
            data-testid="profile-save"
          >
            {t('common.save')}
          </Button>
        </Box>
      </Flex>
    </chakra.form>
  );
}
