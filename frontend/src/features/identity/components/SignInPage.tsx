import { Button, chakra, Flex, Link } from '@chakra-ui/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { asProblem } from '@/api/problem';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { TextField } from '@/components/ui/TextField';
import { fieldText } from '@/i18n/problemText';
import { useLoginMutation } from '@/features/identity/api';
import { AuthLayout } from '@/features/identity/components/AuthLayout';

interface SignInPageProps {
  /** Where the link to the other page leads: it keeps what comes after. */
  signUpLink: string;
  /** A word before the form: why one is here. */
  reason?: string;
}

export function SignInPage({ signUpLink, reason }: SignInPageProps) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { isLoading, error }] = useLoginMutation();
  const problem = error && asProblem(error);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void signIn({ login: login.trim(), password });
  };

  return (
    <AuthLayout title={t('auth.signIn.title')} subtitle={reason ?? t('auth.signIn.subtitle')}>
      <chakra.form onSubmit={submit}>
        <Flex direction="column" gap="4">
          <TextField
            label={t('auth.login')}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            required
            error={fieldText(problem, 'login')}
            data-testid="login-login"
          />
          <TextField
            label={t('auth.password')}
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            required
            error={fieldText(problem, 'password')}
            data-testid="login-password"
          />
          <ErrorNote error={error} />
          <Button type="submit" size="lg" colorPalette="accent" loading={isLoading} data-testid="login-submit">
            {t('auth.signIn.submit')}
          </Button>
        </Flex>
      </chakra.form>
      <Flex mt="6" gap="1.5" justify="center" color="fg.muted" wrap="wrap">
        {t('auth.signIn.new')}
        <Link asChild color="accent.fg" fontWeight="semibold">
          <RouterLink to={signUpLink} data-testid="to-sign-up">
            {t('auth.signIn.toSignUp')}
          </RouterLink>
        </Link>
      </Flex>
    </AuthLayout>
  );
}
