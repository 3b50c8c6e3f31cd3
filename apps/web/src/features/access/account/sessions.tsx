import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { browserName } from '../browser-name.ts';
import { Item, ItemList, ItemSkeletons, Tag } from '../item-list.tsx';
import { Question } from '../question.tsx';
import { Section } from '../section.tsx';
import classes from './account.module.css';
import { endOtherSessions, endSession, type OwnSession, sessionsQuery } from './own-account.ts';

/** Where one is signed in. One's own sessions end without a question: signing in again is all that it costs. */
export function Sessions() {
  const { t } = useTranslation('access');
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState('');
  const refresh = () => void queryClient.invalidateQueries(sessionsQuery);
  const ending = useMutation({
    mutationFn: endSession,
    onMutate: () => setDone(''),
    onSuccess: () => setDone(t('sessions.ended')),
    onSettled: refresh,
  });
  const onAllEnded = () => {
    setAsks(false);
    setDone(t('sessions.endedAll'));
    refresh();
  };
  const sessions = data?.items;
  return (
    <Section
      title={t('sessions.title')}
      note={t('sessions.note')}
      done={done}
      actions={
        sessions &&
        sessions.length > 1 && (
          <Button variant="default" onClick={() => setAsks(true)}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      {ending.error && (
        <div className={classes.fault} role="alert">
          {ending.error.message}
        </div>
      )}
      {error && <LoadError what={t('sessions.what')} error={error} retry={() => void refetch()} />}
      {sessions ? (
        <ItemList label={t('sessions.what')}>
          {sessions.map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              isEnding={ending.isPending && ending.variables === session.id}
              onEnd={() => ending.mutate(session.id)}
            />
          ))}
        </ItemList>
      ) : (
        !error && <ItemSkeletons />
      )}
      {asks && (
        <Question
          title={t('sessions.endOthersQuestion')}
          text={t('sessions.endOthersText')}
          confirm={t('sessions.endOthers')}
          act={endOtherSessions}
          onDone={onAllEnded}
          onClose={() => setAsks(false)}
        />
      )}
    </Section>
  );
}

interface SessionItemProps {
  readonly session: OwnSession;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionItem({ isEnding, onEnd, session }: SessionItemProps) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const { browser, system } = browserName(session.userAgent);
  const name = browser ?? t('sessions.unknownBrowser');
  const where = system === null ? name : t('sessions.browserOn', { browser: name, system });
  const since = format.moment(session.createdAt);
  return (
    <Item
      title={
        <>
          <span title={session.userAgent}>{where}</span>
          {session.current && <Tag strong>{t('sessions.thisOne')}</Tag>}
        </>
      }
      facts={[
        t('sessions.since', { moment: since }),
        session.address === '' ? null : t('sessions.from', { address: session.address }),
        t('sessions.until', { moment: format.moment(session.expiresAt) }),
      ]}
      action={
        !session.current && (
          <Button
            variant="default"
            loading={isEnding}
            aria-label={t('sessions.endNamed', { browser: where, moment: since })}
            onClick={onEnd}
          >
            {t('sessions.end')}
          </Button>
        )
      }
    />
  );
}
