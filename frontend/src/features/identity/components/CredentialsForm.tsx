import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Account } from '@/api/wire';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { say } from '@/components/ui/notices';
import { TextField } from '@/components/ui/TextField';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/config/limits';
import { fieldText } from '@/i18n/problemText';
import { codePoints } from '@/lib/text';
import { useChangeMeMutation } from '@/features/identity/api';

/** E-mail address and password: changed only by someone who knows the present password. */
export function CredentialsForm({ me }: { me: Account }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(me.email);
  const [password, setPassword] = useState('');
  const [currentPassword, setCurrentPassword] = useState('');
  const [change, { isLoading, error }] = useChangeMeMutation();
  const problem = error && asProblem(error);
  const newEmail = email.trim() !== me.email;
  const tooShort = password !== '' && codePoints(password) < PASSWORD_MIN;
  const ready = (newEmail || password !== '') && !tooShort && currentPassword !== '';

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await change({
      ...(newEmail && { email: email.trim() }),
      ...(password !== '' && { password }),
      currentPassword,
    });
    if (answer.data) {
      setPassword('');
      setCurrentPassword('');
      say(t('profile.saved'));
    }
  };

  return (
    <chakra.form onSubmit={save}>
      <Flex direction="column" gap="4">
        <TextField
          label={t('auth.email')}
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="email"
          error={fieldText(problem, 'email')}
        />
        <TextField
          label={t('settings.newPassword')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          maxLength={PASSWORD_MAX}
          hint={t('settings.newPasswordHint')}
          error={tooShort ? t('auth.passwordTooShort', { count: PASSWORD_MIN }) : fieldText(problem, 'password')}
        />
        <TextField
          label={t('settings.currentPassword')}
          type="password"
          value={currentPassword}
          onChange={setCurrentPassword}
          autoComplete="current-password"
          error={fieldText(problem, 'currentPassword')}
        />
        <ErrorNote error={error} />
        <Box>
          <Button type="submit" colorPalette="accent" loading={isLoading} disabled={!ready}>
            {t('settings.changeCredentials')}
          </Button>
        </Box>
      </Flex>
    </chakra.form>
  );
}
