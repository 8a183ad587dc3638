import { Button, chakra, Flex, Link } from '@chakra-ui/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { asProblem } from '@/api/problem';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { TextField } from '@/components/ui/TextField';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/config/limits';
import { fieldText, problemText } from '@/i18n/problemText';
import { codePoints } from '@/lib/text';
import { useRegisterMutation } from '@/features/identity/api';
import { AuthLayout } from '@/features/identity/components/AuthLayout';

interface SignUpPageProps {
  signInLink: string;
  reason?: string;
}

export function SignUpPage({ signInLink, reason }: SignUpPageProps) {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [signUp, { isLoading, error }] = useRegisterMutation();
  const problem = error && asProblem(error);
  const tooShort = codePoints(password) < PASSWORD_MIN;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!tooShort) {
      void signUp({ username: username.trim(), email: email.trim(), password });
    }
  };
  /** The problem belongs to a field when the server named the field, or when its code says which it is. */
  const taken = (field: 'username' | 'email') =>
    problem?.code === `identity.${field}_taken` ? problemText(t, problem) : fieldText(problem, field);
  const elsewhere = problem && !taken('username') && !taken('email') && !fieldText(problem, 'password');

  return (
    <AuthLayout title={t('auth.signUp.title')} subtitle={reason ?? t('auth.signUp.subtitle')}>
      <chakra.form onSubmit={submit}>
        <Flex direction="column" gap="4">
          <TextField
            label={t('auth.username')}
            hint={t('auth.usernameHint')}
            value={username}
            onChange={setUsername}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            required
            error={taken('username')}
            data-testid="signup-username"
          />
          <TextField
            label={t('auth.email')}
            type="email"
            value={email}
            onChange={setEmail}
            autoComplete="email"
            required
            error={taken('email')}
            data-testid="signup-email"
          />
          <TextField
            label={t('auth.password')}
            hint={t('auth.passwordHint', { count: PASSWORD_MIN })}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            maxLength={PASSWORD_MAX}
            required
            error={
              tried && tooShort ? t('auth.passwordTooShort', { count: PASSWORD_MIN }) : fieldText(problem, 'password')
            }
            data-testid="signup-password"
          />
          {elsewhere && <ErrorNote error={error} />}
          <Button type="submit" size="lg" colorPalette="accent" loading={isLoading} data-testid="signup-submit">
            {t('auth.signUp.submit')}
          </Button>
        </Flex>
      </chakra.form>
      <Flex mt="6" gap="1.5" justify="center" color="fg.muted" wrap="wrap">
        {t('auth.signUp.known')}
        <Link asChild color="accent.fg" fontWeight="semibold">
          <RouterLink to={signInLink} data-testid="to-sign-in">
            {t('auth.signUp.toSignIn')}
          </RouterLink>
        </Link>
      </Flex>
    </AuthLayout>
  );
}
