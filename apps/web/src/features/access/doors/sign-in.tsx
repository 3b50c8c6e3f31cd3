import type { SsoStart } from '@corridor/api/src/schemas/access-schemas.ts';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, useMe, welcome } from '../../../lib/api/me.ts';
import { sendJson } from '../../../lib/api/send-json.ts';
import { AccessForm } from '../access-form.tsx';
import { PasswordField } from '../password-field.tsx';
import { DoorFrame } from './door-frame.tsx';
import classes from './doors.module.css';

interface SignInProps {
  /** A path of ours to go on to. */
  readonly returnTo: string;
  /** Why the sign-in by an identity provider failed: its code, as a link has it. */
  readonly ssoError: string | undefined;
}

/** By e-mail address and password, or by an identity provider. Who is signed in already goes on. */
export function SignIn({ returnTo, ssoError }: SignInProps) {
  const { t } = useTranslation('access');
  const router = useRouter();
  const queryClient = useQueryClient();
  const { me } = useMe();
  const isIn = me !== undefined && me.person !== null;
  useEffect(() => {
    if (isIn) router.history.replace(returnTo);
  }, [isIn, returnTo, router]);
  return (
    <DoorFrame title={t('signIn.title')} below={<Below open={me?.access === 'open'} returnTo={returnTo} />}>
      {me?.needsFirstAdmin && <p className={classes.note}>{t('signIn.needsFirstAdmin')}</p>}
      {ssoError !== undefined && (
        <p className={classes.fault} role="alert">
          {t('signIn.ssoFailed', { name: me?.sso[0]?.name ?? t('signIn.ssoUnknown'), reason: codeWords(ssoError) })}
        </p>
      )}
      <AccessForm
        names={['email', 'password']}
        send={(values) => sendJson<Me>('POST', '/v1/access/sign-in', values)}
        onDone={(next) => welcome(queryClient, next)}
        submit={t('signIn.submit')}
        wide
      >
        {(errorOf) => (
          <>
            <TextInput
              name="email"
              type="email"
              label={t('email')}
              size="sm"
              autoComplete="username"
              autoFocus
              error={errorOf('email')}
            />
            <PasswordField name="password" label={t('password')} error={errorOf('password')} />
          </>
        )}
      </AccessForm>
      {me && me.sso.length > 0 && <Providers providers={me.sso} returnTo={returnTo} />}
    </DoorFrame>
  );
}

/** The address is anybody's to write: what is no code is not repeated. */
function codeWords(code: string): string {
  return /^[a-z_]{1,60}$/i.test(code) ? code.replaceAll('_', ' ').toLowerCase() : '?';
}

function Providers({ providers, returnTo }: { readonly providers: Me['sso']; readonly returnTo: string }) {
  const { t } = useTranslation('access');
  const { error, isPending, isSuccess, mutate } = useMutation({
    mutationFn: (provider: string) => sendJson<SsoStart>('POST', '/v1/access/sso', { provider, returnTo }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <>
      <div className={classes.or}>{t('signIn.or')}</div>
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          size="sm"
          fullWidth
          loading={isPending || isSuccess}
          onClick={() => mutate(id)}
        >
          {t('signIn.by', { name })}
        </Button>
      ))}
      {error && (
        <p className={classes.faultBelow} role="alert">
          {error.message}
        </p>
      )}
    </>
  );
}

function Below({ open, returnTo }: { readonly open: boolean; readonly returnTo: string }) {
  const { t } = useTranslation('access');
  return (
    <>
      <p>{t('signIn.noPassword')}</p>
      {open && <a href={returnTo}>{t('signIn.without')}</a>}
    </>
  );
}
