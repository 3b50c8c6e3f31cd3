import type { Route, Site } from '@corridor/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import type { OpenSite } from './open-site.ts';
import classes from './site-facts.module.css';

/** The facts of a site or route; what is not known says so. */
export function SiteFacts({ open }: { readonly open: OpenSite }) {
  return (
    <dl className={classes.facts}>
      {open.kind === 'site' ? <FactsOfSite site={open.site} /> : <FactsOfRoute route={open.site} />}
    </dl>
  );
}

function FactsOfSite({ site }: { readonly site: Site }) {
  const { t } = useTranslation(['sites', 'taxonomy']);
  const format = useFormat();
  const source = site.sources[0];
  return (
    <>
      <Fact name={t('sites:facts.operator')}>{site.operator}</Fact>
      <Fact name={t('sites:facts.partner')}>{site.chinesePartner}</Fact>
      <Fact name={t('sites:facts.capacity')}>
        {site.capacity !== null && `${format.count(site.capacity)} ${site.capacityUnit}`}
      </Fact>
      <Fact name={t('sites:facts.cost')}>
        {site.costMusd !== null && t('sites:facts.costValue', { value: format.count(site.costMusd) })}
      </Fact>
      <Fact name={t('sites:facts.built')}>{years(site)}</Fact>
      <Fact name={t('sites:facts.position')}>{t(`taxonomy:placePrecision.${site.precision}`)}</Fact>
      <Fact name={t('sites:facts.source')}>
        {source && (
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.publisher}
          </a>
        )}
      </Fact>
    </>
  );
}

function FactsOfRoute({ route }: { readonly route: Route }) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  return (
    <>
      <Fact name={t('facts.corridor')}>{route.corridor}</Fact>
      <Fact name={t('facts.width')}>{t('width', { km: format.km(route.radiusKm) })}</Fact>
      <Fact name={t('facts.line')}>{format.count(route.line.length)}</Fact>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation('sites');
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <span className={classes.unknown}>{t('facts.notKnown')}</span>}</dd>
    </div>
  );
}

function years({ startYear, completionYear }: Site): string {
  if (startYear === null && completionYear === null) return '';
  return startYear === completionYear ? String(startYear) : `${startYear ?? '?'}–${completionYear ?? '?'}`;
}
