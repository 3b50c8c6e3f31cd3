import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../components/event-type.tsx';
import { GradeBadge } from '../../components/grade.tsx';
import { LoadError } from '../../components/load-error.tsx';
import { SeverityBars } from '../../components/severity.tsx';
import { useMayEdit } from '../../lib/api/may-edit.ts';
import { type IncidentDetail, isMissing, recordQuery } from '../../lib/api/record.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import { useView } from '../../lib/view/use-view.ts';
import { RecordDiscussion } from './discussion/record-discussion.tsx';
import { MergeNotices } from './merging/merge-notices.tsx';
import classes from './record.module.css';
import { RecordActions } from './record-actions.tsx';
import { RecordCasualties } from './record-casualties.tsx';
import { RecordClaims } from './record-claims.tsx';
import { type Done, RecordDone } from './record-done.tsx';
import { RecordHeader, type RecordStepProps } from './record-header.tsx';
import { RecordSites } from './record-sites.tsx';
import { RecordSources } from './record-sources.tsx';
import { RecordVersions } from './versions/record-versions.tsx';
import { StatusButton } from './workflow/status-button.tsx';

/** One incident with everything that is known of it, down to its sources and who changed it. */
export function IncidentRecord({ id, ...steps }: RecordStepProps & { readonly id: string }) {
  const { t } = useTranslation(['incidents', 'common']);
  const { view } = useView();
  const { data, error, refetch } = useQuery(recordQuery(id, view.asOf));
  const mayEdit = useMayEdit();
  const place = data?.place;
  const at =
    place?.latitude != null && place.longitude !== null
      ? { latitude: place.latitude, longitude: place.longitude }
      : null;
  return (
    <>
      <RecordHeader {...steps} at={at} editId={data && !view.asOf && mayEdit(data) ? id : null} />
      {data ? (
        <Suspense fallback={<RecordSkeleton />}>
          <RecordBody record={data} />
        </Suspense>
      ) : isMissing(error) ? (
        <div className={classes.missing} role="alert">
          <p>{view.asOf ? error?.message : t('incidents:record.missing', { id })}</p>
          <Button variant="default" onClick={steps.onClose}>
            {t('incidents:record.close')}
          </Button>
        </div>
      ) : error ? (
        <LoadError what={t('incidents:record.label')} error={error} retry={() => void refetch()} />
      ) : (
        <RecordSkeleton />
      )}
    </>
  );
}

function RecordBody({ record }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation(['incidents', 'taxonomy']);
  const { grade, notes, summary } = record;
  const scroll = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each record begins at its top
  useEffect(() => {
    scroll.current?.scrollTo({ top: 0 });
  }, [record.id]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <article ref={scroll} className={classes.body} tabIndex={0} aria-label={record.title}>
      <RecordTop key={`top ${record.id}`} record={record} />
      <RecordCasualties record={record} />
      <RecordClaims claims={record.claims} />
      {record.summarisesDay && <p className={classes.hint}>{t('incidents:record.summarisesDay')}</p>}
      <dl className={classes.facts}>
        <dt>{t('incidents:record.responsible')}</dt>
        <dd>
          <Responsible record={record} />
        </dd>
        <dt>{t('incidents:record.target')}</dt>
        <dd>
          {record.target || t(`taxonomy:targetType.${record.targetType}`)}
          {record.target && <small> · {t(`taxonomy:targetType.${record.targetType}`)}</small>}
        </dd>
        {record.projectSite && (
          <>
            <dt>{t('incidents:record.project')}</dt>
            <dd>{record.projectSite}</dd>
          </>
        )}
        <dt>{t('incidents:record.sites')}</dt>
        <dd>
          <RecordSites key={record.id} links={record.links} />
        </dd>
        <dt>{t('incidents:record.grade')}</dt>
        <dd className={classes.grade}>
          <GradeBadge grade={`${grade.reliability}${grade.credibility}`} />
          <small>
            {t(`taxonomy:reliability.${grade.reliability}`)}, {t(`taxonomy:credibility.${grade.credibility}`)}
          </small>
        </dd>
      </dl>
      {notes && (
        <div className={classes.note}>
          <b>{t('incidents:record.differ')}</b> {notes}
        </div>
      )}
      <RecordSources sources={record.sources} />
      {summary && (
        <>
          <h3 className={classes.heading}>{t('incidents:record.summary')}</h3>
          <p className={classes.summary}>{summary}</p>
        </>
      )}
      <RecordDiscussion key={`said ${record.id}`} id={record.id} />
      <RecordVersions key={record.id} record={record} />
    </article>
  );
}

function RecordTop({ record }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation(['incidents', 'taxonomy']);
  const retracted = record.status === 'retracted';
  const [done, setDone] = useState<Done | null>(null);
  return (
    <>
      <div className={classes.kind}>
        <EventTypeMark type={record.eventType} size={13} decorative />
        <span>{t(`taxonomy:type.${record.eventType}`)}</span>
        <i aria-hidden="true">›</i>
        <span>{record.subEventType}</span>
      </div>
      <h2 className={classes.title} data-retracted={retracted || undefined}>
        {record.title}
      </h2>
      <WhenAndWhere record={record} />
      <div className={classes.tags}>
        <SeverityBars severity={record.severity} named />
        <span className={classes.tag}>{t(`taxonomy:status.${record.status}`)}</span>
        <StatusButton record={record} />
        <RecordActions
          record={record}
          onMerged={({ double, kept }) =>
            setDone(kept.id === record.id ? { what: 'merged', other: double } : { what: 'mergedInto', other: kept })
          }
          onSplit={(other) => setDone({ what: 'split', other })}
        />
        {record.chinese && <span className={classes.tag}>{t('incidents:record.chinese')}</span>}
      </div>
      <RecordDone record={record} done={done} />
      <MergeNotices record={record} onUndone={(other) => setDone({ what: 'unmerged', other })} />
      {retracted && <p className={classes.retracted}>{t('incidents:record.retracted')}</p>}
    </>
  );
}

function WhenAndWhere({ record: { occurred, place } }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation(['incidents', 'taxonomy']);
  const format = useFormat();
  const provinceName = useProvinceName();
  const regions = [place.district, place.province && provinceName(place.province)].filter(
    (name) => name && name !== place.name,
  );
  const parts = [
    format.dates(occurred.start, occurred.end, occurred.precision),
    ...(occurred.precision === 'day' ? [] : [t(`incidents:record.datePrecision.${occurred.precision}`)]),
    place.name,
    [...new Set(regions)].join(', '),
    t(`taxonomy:placePrecision.${place.precision}`),
  ];
  return <p className={classes.where}>{parts.filter(Boolean).join(' · ')}</p>;
}

function Responsible({ record: { actors } }: { readonly record: IncidentDetail }) {
  const { t } = useTranslation(['incidents', 'taxonomy']);
  if (actors.length === 0) return t('taxonomy:claim.unknown');
  return actors.map(({ name, claim }) => (
    <div key={name}>
      {name} <small>· {t(`taxonomy:claim.${claim}`)}</small>
    </div>
  ));
}

function RecordSkeleton() {
  return (
    <div className={classes.skeleton} aria-hidden="true">
      <Skeleton height={14} width="60%" radius="sm" />
      <Skeleton height={38} radius="sm" />
      <Skeleton height={14} width="80%" radius="sm" />
      <Skeleton height={20} width="70%" radius="sm" />
      <Skeleton height={76} radius="sm" />
      <Skeleton height={90} radius="sm" />
    </div>
  );
}
