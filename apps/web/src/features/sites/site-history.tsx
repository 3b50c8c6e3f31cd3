import { Badge, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../components/incident-item.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { usePlaceText } from '../../lib/use-place-text.ts';
import { patchSearch } from '../../lib/view/view.ts';
import classes from './site-history.module.css';
import type { SiteHistory as History } from './use-site-answers.ts';

/** Newest first: what lies inside or may, and what was aimed at the site from wherever; each with its distance interval. */
export function SiteHistory({
  history,
  more,
  onMore,
}: {
  readonly history: History;
  /** How many more a click shows. */
  readonly more: number;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const placeText = usePlaceText();
  const { items, radiusKm, total } = history;
  const rest = total - items.length;
  return (
    <section>
      <header className={classes.head}>
        <h3>{t('history')}</h3>
        <span>{t('historyNote', { count: total, formatted: format.count(total) })}</span>
      </header>
      {total === 0 && <p className={classes.none}>{t('historyNone', { km: format.km(radiusKm) })}</p>}
      <ul className={classes.list}>
        {items.map(({ incident, distance, aimed }) => (
          <li key={incident.id}>
            <Link
              to="/incidents"
              className={classes.item}
              search={(search) =>
                patchSearch(search, { incident: incident.id, openSite: undefined, radius: undefined })
              }
            >
              <IncidentItem
                incident={incident}
                detail={
                  <>
                    {distance
                      ? t(`relation.${distance.relation}`, {
                          distance: format.distance(distance.minKm, distance.maxKm),
                        })
                      : placeText(incident)}
                    {aimed && (
                      <Badge variant="default" radius="sm" size="xs" tt="none" fw={500} ms={6}>
                        {t('aimedTag')}
                      </Badge>
                    )}
                  </>
                }
              />
            </Link>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <UnstyledButton className={classes.more} onClick={onMore}>
          {t('historyMore', { formatted: format.count(Math.min(rest, more)) })}
        </UnstyledButton>
      )}
    </section>
  );
}
