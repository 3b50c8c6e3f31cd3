import { Button, UnstyledButton } from '@mantine/core';
import { IconEye, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../components/event-type.tsx';
import { SeverityBars } from '../../components/severity.tsx';
import { useMe } from '../../lib/api/me.ts';
import type { QueueItem } from '../../lib/api/queue.ts';
import { useFormat } from '../../lib/use-format.ts';
import { usePlaceText, useProvinceName } from '../../lib/use-place-text.ts';
import classes from './queue-row.module.css';

interface QueueRowProps {
  readonly item: QueueItem;
  /** Whether the keyboard is on it. */
  readonly active: boolean;
  /** Whether its record is open. */
  readonly open: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onTake: () => void;
}

export function QueueRow({ active, item, onFocus, onOpen, onTake, open }: QueueRowProps) {
  const { t } = useTranslation(['queue', 'taxonomy']);
  const { incident } = item;
  return (
    <li className={classes.row} data-active={active || undefined} data-open={open || undefined} onFocus={onFocus}>
      <span className={classes.marks}>
        <SeverityBars severity={incident.severity} />
        <EventTypeMark type={incident.eventType} size={13} />
      </span>
      <div className={classes.main}>
        <div className={classes.head}>
          <UnstyledButton className={classes.title} data-row="" aria-current={open || undefined} onClick={onOpen}>
            {incident.title}
          </UnstyledButton>
          <span className={classes.tag}>{t(`taxonomy:status.${incident.status}`)}</span>
        </div>
        <FactsOf item={item} />
        <NextStep item={item} />
      </div>
      <WorkOn item={item} onTake={onTake} />
    </li>
  );
}

function FactsOf({ item: { filedAt, filedBy, incident } }: { readonly item: QueueItem }) {
  const { t } = useTranslation(['queue', 'common']);
  const format = useFormat();
  const placeText = usePlaceText();
  const provinceName = useProvinceName();
  const { district, province } = incident;
  const place =
    district && province
      ? t('common:provinceOf', { place: district, province: provinceName(province) })
      : (district ?? placeText(incident));
  const moment = format.moment(filedAt);
  return (
    <p className={classes.facts}>
      <span>{format.date(incident.start, incident.datePrecision)}</span>
      <span>{place}</span>
      <span>{filedBy === null ? t('queue:filed', { moment }) : t('queue:filedBy', { moment, name: filedBy })}</span>
    </p>
  );
}

function NextStep({ item: { missing, nextStatus } }: { readonly item: QueueItem }) {
  const { t } = useTranslation(['queue', 'taxonomy']);
  if (nextStatus === null) return null;
  const status = t(`taxonomy:status.${nextStatus}`).toLowerCase();
  if (missing.length === 0) return <p className={classes.ready}>{t('queue:ready', { status })}</p>;
  const what = missing.map((key) => t(`queue:missing.${key}`)).join('; ');
  return <p className={classes.needs}>{t('queue:needs', { status, what })}</p>;
}

interface WorkOnProps {
  readonly item: QueueItem;
  readonly onTake: () => void;
}

function WorkOn({ item: { assignee, comments, incident, watching }, onTake }: WorkOnProps) {
  const { t } = useTranslation('queue');
  const { me } = useMe();
  const format = useFormat();
  const isMine = assignee !== null && assignee.id === me?.person?.id;
  const said = t('comments', { count: comments, formatted: format.count(comments) });
  return (
    <div className={classes.work}>
      <span className={classes.assignee}>
        {t('worksOn', { name: assignee === null ? t('nobody') : isMine ? t('you') : assignee.name })}
      </span>
      <span className={classes.said}>
        {watching && <IconEye size={14} stroke={1.5} role="img" aria-label={t('watching')} />}
        {comments > 0 && (
          <>
            <IconMessage size={14} stroke={1.5} aria-hidden="true" />
            {said}
          </>
        )}
      </span>
      {!isMine && (
        <Button
          className={classes.take ?? ''}
          variant="default"
          size="compact-xs"
          aria-label={t('assignNamed', { title: incident.title })}
          onClick={onTake}
        >
          {t('assign')}
        </Button>
      )}
    </div>
  );
}
