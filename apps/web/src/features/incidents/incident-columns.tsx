import type { IncidentSummary, Range } from '@corridor/domain';
import { createColumnHelper } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../components/event-type.tsx';
import { GradeBadge } from '../../components/grade.tsx';
import { SeverityBars } from '../../components/severity.tsx';
import { useRoutes, useSites } from '../../lib/api/portfolio.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useProvinceName } from '../../lib/use-place-text.ts';
import classes from './incident-table.module.css';

const helper = createColumnHelper<IncidentSummary>();

/** Every column the table can show; `columns.ts` says which, in what order, and how wide. */
export function useIncidentColumns() {
  const { t } = useTranslation(['incidents', 'taxonomy']);
  const siteName = useSiteName();
  return useMemo(
    () => [
      helper.display({ id: 'date', cell: ({ row }) => <DateCell incident={row.original} /> }),
      helper.display({ id: 'type', cell: ({ row }) => <EventTypeMark type={row.original.eventType} size={13} /> }),
      helper.display({ id: 'title', cell: ({ row }) => <TitleCell incident={row.original} /> }),
      helper.accessor('subEventType', { id: 'subType' }),
      helper.accessor(({ status }) => t(`taxonomy:status.${status}`), { id: 'status' }),
      helper.display({ id: 'district', cell: ({ row }) => <DistrictCell incident={row.original} /> }),
      helper.display({ id: 'province', cell: ({ row }) => <ProvinceCell incident={row.original} /> }),
      helper.accessor('placeName', { id: 'place' }),
      helper.accessor(({ placePrecision }) => t(`taxonomy:placePrecision.${placePrecision}`), { id: 'precision' }),
      helper.display({ id: 'actor', cell: ({ row }) => <ActorCell incident={row.original} /> }),
      helper.accessor(({ targetType }) => t(`taxonomy:targetType.${targetType}`), { id: 'targetType' }),
      helper.display({
        id: 'aimedAt',
        cell: ({ row }) => <AimedAtCell names={row.original.targetedSites.map(siteName)} />,
      }),
      ...TOLLS.map((kind) => helper.display({ id: kind, cell: ({ row }) => <TollCell range={row.original[kind]} /> })),
      helper.display({ id: 'severity', cell: ({ row }) => <SeverityBars severity={row.original.severity} /> }),
      helper.display({ id: 'grade', cell: ({ row }) => <GradeBadge grade={row.original.grade} /> }),
      helper.accessor('origin', { id: 'origin' }),
    ],
    [t, siteName],
  );
}

const TOLLS = ['killed', 'wounded', 'abducted', 'chineseKilled', 'chineseWounded', 'attackersKilled'] as const;

interface CellProps {
  readonly incident: IncidentSummary;
}

function DateCell({ incident: { start, datePrecision } }: CellProps) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  return datePrecision === 'week' ? t('week', { date: format.date(start) }) : format.date(start, datePrecision);
}

function TitleCell({ incident: { title, status } }: CellProps) {
  return (
    <span className={classes.title} data-retracted={status === 'retracted' || undefined} title={title}>
      {title}
    </span>
  );
}

/** The district, or the province where no more is known: a tilde says that it is an area, not a point. */
function DistrictCell({ incident: { district, province, placePrecision } }: CellProps) {
  const { t } = useTranslation(['incidents', 'common']);
  const provinceName = useProvinceName();
  const rough = placePrecision === 'district' || district === null;
  const name = district ?? (province === null ? t('common:notKnown') : provinceName(province));
  if (!rough || (district === null && province === null)) return name;
  return (
    <>
      <abbr title={t(district === null ? 'incidents:roughProvince' : 'incidents:roughDistrict')}>~</abbr> {name}
    </>
  );
}

function ProvinceCell({ incident: { province } }: CellProps) {
  const { t } = useTranslation('common');
  const provinceName = useProvinceName();
  return province === null ? t('notKnown') : provinceName(province);
}

function ActorCell({ incident: { actors } }: CellProps) {
  const { t } = useTranslation(['incidents', 'common']);
  const [first, ...others] = actors;
  if (first === undefined) return <em>{t('common:notKnown')}</em>;
  return (
    <span title={actors.join(', ')}>
      {first} {others.length > 0 && <em>{t('incidents:moreActors', { count: others.length })}</em>}
    </span>
  );
}

/** Names of sites and routes by id. */
function useSiteName(): (id: string) => string {
  const sites = useSites();
  const routes = useRoutes();
  return useMemo(() => {
    const names = new Map([...sites, ...routes].map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  }, [sites, routes]);
}

function AimedAtCell({ names }: { readonly names: readonly string[] }) {
  const text = names.join(', ');
  return <span title={text}>{text || <em>–</em>}</span>;
}

function TollCell({ range }: { readonly range: Range | null }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  return range ? format.range(range) : <em>{t('notKnown')}</em>;
}
