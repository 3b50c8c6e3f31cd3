import { Badge, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../components/incident-item.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { patchSearch } from '../../lib/view/view.ts';
import type { SiteIncident } from './site-counts.ts';
import classes from './site-history.module.css';

const STEP = 12;

/** Newest first: what lies inside or may, and what was aimed at the site from wherever; each with its distance interval. */
export function SiteHistory({ rows, radiusKm }: { readonly rows: readonly SiteIncident[]; readonly radiusKm: number }) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const [shown, setShown] = useState(STEP);
  const near = rows.filter(({ relation, aimed }) => aimed || relation !== 'outside');
  const rest = near.length - shown;
  return (
    <section>
      <header className={classes.head}>
        <h3>{t('history')}</h3>
        <span>{t('historyNote', { count: near.length, formatted: format.count(near.length) })}</span>
      </header>
      {near.length === 0 && <p className={classes.none}>{t('historyNone', { km: format.km(radiusKm) })}</p>}
      <ul className={classes.list}>
        {near.slice(0, shown).map(({ incident, minKm, maxKm, relation, aimed }) => (
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
                    {t(`relation.${relation}`, { distance: format.distance(minKm, maxKm) })}
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
        <UnstyledButton className={classes.more} onClick={() => setShown(shown + STEP * 2)}>
          {t('historyMore', { formatted: format.count(Math.min(rest, STEP * 2)) })}
        </UnstyledButton>
      )}
    </section>
  );
}
