import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { EventTypeMark } from '../../../components/event-type.tsx';
import classes from './controls.module.css';
import type { DrawnThings } from './drawn-things.ts';
import { PillPicture } from './legend-rows.tsx';

/** The legend of a narrow screen: one line over the map that scrolls sideways. */
export const KeyStrip = memo(function KeyStrip({ drawn }: { readonly drawn: DrawnThings }) {
  const { t } = useTranslation(['map', 'taxonomy']);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.keyStrip} data-map-control="" aria-label={t('map:legend.title')} tabIndex={0}>
      {drawn.shading?.shades.map((shade) => (
        <svg key={shade.token} width="14" height="10" aria-hidden="true">
          <rect width="14" height="10" rx="2" fill={`var(${shade.token})`} />
        </svg>
      ))}
      {drawn.shading && <span>{drawn.shading.title}</span>}
      {drawn.types.map((type) => (
        <span key={type}>
          <EventTypeMark type={type} decorative />
          {t(`taxonomy:typeShort.${type}`)}
        </span>
      ))}
      {drawn.districtOnly && (
        <span>
          <PillPicture />
          {t('map:legend.districtShort')}
        </span>
      )}
    </section>
  );
});
