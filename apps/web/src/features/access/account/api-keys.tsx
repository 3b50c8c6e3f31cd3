import type { Role } from '@corridor/domain';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../../components/load-error.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { Item, ItemList, ItemSkeletons, Tag } from '../item-list.tsx';
import { Question } from '../question.tsx';
import { Section } from '../section.tsx';
import classes from './account.module.css';
import { MakeKey } from './make-key.tsx';
import { type ApiKey, keysQuery, revokeKey } from './own-account.ts';

/** The keys by which programs ask the API in one's name. Those that have ended are out of the way, but not gone. */
export function ApiKeys({ ownRole }: { readonly ownRole: Role }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(keysQuery);
  const [makes, setMakes] = useState(false);
  const [revokes, setRevokes] = useState<ApiKey | null>(null);
  const [showsEnded, setShowsEnded] = useState(false);
  const [done, setDone] = useState('');
  const refresh = () => void queryClient.invalidateQueries(keysQuery);
  const keys = data?.items;
  const live = keys?.filter(({ state }) => state === 'live');
  const ended = keys?.filter(({ state }) => state !== 'live') ?? [];
  return (
    <Section
      title={t('keys.title')}
      note={t('keys.note')}
      done={done}
      actions={
        <Button
          variant="default"
          onClick={() => {
            setDone('');
            setMakes(true);
          }}
        >
          {t('keys.make')}
        </Button>
      }
    >
      {error && <LoadError what={t('keys.what')} error={error} retry={() => void refetch()} />}
      {!keys && !error && <ItemSkeletons />}
      {live?.length === 0 && <p className={classes.note}>{t('keys.none')}</p>}
      {live && live.length + ended.length > 0 && (
        <ItemList label={t('keys.what')}>
          {[...live, ...(showsEnded ? ended : [])].map((key) => (
            <KeyItem key={key.id} apiKey={key} onRevoke={() => setRevokes(key)} />
          ))}
        </ItemList>
      )}
      {ended.length > 0 && !showsEnded && (
        <div className={classes.more}>
          <Button variant="subtle" px={0} onClick={() => setShowsEnded(true)}>
            {t('keys.ended', { count: ended.length, formatted: format.count(ended.length) })}
          </Button>
        </div>
      )}
      {makes && <MakeKey ownRole={ownRole} onMade={refresh} onClose={() => setMakes(false)} />}
      {revokes && (
        <Question
          title={t('keys.revokeQuestion', { name: revokes.name })}
          text={t('keys.revokeText')}
          confirm={t('keys.revoke')}
          act={() => revokeKey(revokes.id)}
          onDone={() => {
            setDone(t('keys.revokedNow', { name: revokes.name }));
            setRevokes(null);
            refresh();
          }}
          onClose={() => setRevokes(null)}
        />
      )}
    </Section>
  );
}

function KeyItem({ apiKey: key, onRevoke }: { readonly apiKey: ApiKey; readonly onRevoke: () => void }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const expiry = format.moment(key.expiresAt);
  return (
    <Item
      title={
        <>
          <span>{key.name}</span>
          <Tag>{t(`role.${key.role}`)}</Tag>
          {key.state !== 'live' && <Tag>{t(`keys.${key.state}`)}</Tag>}
        </>
      }
      facts={[
        t('keys.begins', { prefix: key.prefix }),
        key.state === 'expired' ? t('keys.expiredAt', { moment: expiry }) : t('keys.expiresAt', { moment: expiry }),
        key.lastUsedAt === null ? t('keys.neverUsed') : t('keys.lastUsed', { moment: format.moment(key.lastUsedAt) }),
      ]}
      action={
        key.state === 'live' && (
          <Button variant="default" aria-label={t('keys.revokeNamed', { name: key.name })} onClick={onRevoke}>
            {t('keys.revoke')}
          </Button>
        )
      }
    />
  );
}
