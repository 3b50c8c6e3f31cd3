import { SEVERITIES } from '@corridor/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ShadeKey } from '../../../components/base-map/index.ts';
import { EventTypeMark } from '../../../components/event-type.tsx';
import { SectorGlyph } from '../../../components/sector-mark.tsx';
import { SEVERITY_RADIUS } from '../marks/map-mark.ts';
import type { RouteForm } from '../sites/route-form.ts';
import classes from './controls.module.css';
import type { DrawnThings } from './drawn-things.ts';

const SIZES_X = [5, 15, 28, 45, 65];

export function LegendRows({ drawn }: { readonly drawn: DrawnThings }) {
  const { t } = useTranslation(['map', 'taxonomy']);
  const sites = drawn.squares || drawn.hotGlyphs || drawn.allGlyphs;
  return (
    <div className={classes.legendBody}>
      {drawn.shading && <ShadeKey {...drawn.shading} />}
      <ul>
        {drawn.types.map((type) => (
          <Row key={type} text={t(`taxonomy:typeShort.${type}`)}>
            <EventTypeMark type={type} size={14} decorative />
          </Row>
        ))}
        {drawn.single && <SeverityRow />}
        {drawn.several && (
          <Row text={t('map:legend.several')}>
            <RingPicture />
          </Row>
        )}
        {drawn.districtOnly && (
          <Row text={t('map:legend.districtOnly')}>
            <PillPicture />
          </Row>
        )}
        {drawn.area && (
          <Row text={t('map:legend.area')}>
            <Picture>
              <rect className={classes.areaPicture} x="-9" y="-6" width="18" height="12" rx="2" />
            </Picture>
          </Row>
        )}
      </ul>
      {(sites || drawn.routes.length > 0 || drawn.claims) && (
        <ul>
          {drawn.squares && (
            <Row text={t('map:legend.site')}>
              <Picture>
                <circle className={classes.ringPicture} r="8" />
                <rect className={classes.squarePicture} x="-2.5" y="-2.5" width="5" height="5" rx="1" />
              </Picture>
            </Row>
          )}
          {(drawn.hotGlyphs || drawn.allGlyphs) && (
            <Row text={t(drawn.allGlyphs ? 'map:legend.siteGlyph' : 'map:legend.siteWithIncident')}>
              <Picture>
                <g transform="scale(.875) translate(-8 -8)">
                  <SectorGlyph sector="port" />
                </g>
              </Picture>
            </Row>
          )}
          {drawn.routes.map((form) => (
            <Row key={form} text={t(ROUTE_WORDS[form])}>
              <Picture>
                <path className={classes.routePicture} data-form={form} d="M-13 0H13" />
              </Picture>
            </Row>
          ))}
          {drawn.claims && (
            <Row text={t('map:legend.claims')}>
              <Picture>
                <path className={classes.claimPicture} d="M-13 0H13" />
              </Picture>
            </Row>
          )}
        </ul>
      )}
    </div>
  );
}

const ROUTE_WORDS = {
  built: 'map:legend.routeBuilt',
  building: 'map:legend.routeBuilding',
  planned: 'map:legend.routePlanned',
} as const satisfies Record<RouteForm, string>;

function Row({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li>
      <span className={classes.picture}>{children}</span>
      <span>{text}</span>
    </li>
  );
}

function SeverityRow() {
  const { t } = useTranslation('map');
  return (
    <li>
      <svg width="76" height="20" viewBox="0 0 76 20" aria-hidden="true">
        {SEVERITIES.map((severity, index) => (
          <circle
            key={severity}
            className={classes.sizePicture}
            cx={SIZES_X[index]}
            cy="10"
            r={SEVERITY_RADIUS[severity]}
          />
        ))}
      </svg>
      <span>{t('legend.severity')}</span>
    </li>
  );
}

function Picture({ children }: { readonly children: ReactNode }) {
  return (
    <svg width="28" height="18" viewBox="-14 -9 28 18" aria-hidden="true">
      {children}
    </svg>
  );
}

function RingPicture() {
  return (
    <Picture>
      <circle className={classes.ringHalf} r="6.500" pathLength="2" strokeDasharray="1 1" />
      <circle className={classes.ringOtherHalf} r="6.500" pathLength="2" strokeDasharray="1 1" strokeDashoffset="-1" />
    </Picture>
  );
}

export function PillPicture() {
  const { t } = useTranslation('map');
  return (
    <Picture>
      <rect className={classes.softPicture} x="-13" y="-8" width="26" height="16" rx="8" />
      <rect className={classes.pillPicture} x="-10" y="-6.500" width="20" height="13" rx="6.500" />
      <text className={classes.pillText} y="3.800" textAnchor="middle">
        {t('cluster.roughlyShort', { formatted: '1' })}
      </text>
    </Picture>
  );
}
