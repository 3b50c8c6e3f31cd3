import { useTranslation } from 'react-i18next';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import classes from './base-map.module.css';
import { useMapProjection } from './map-projection.ts';

const GENERALISED_FROM_ZOOM = 9;

/** Where the map comes from and how its borders are drawn; past zoom 9 also that the coast is only roughly right. */
export function Attribution() {
  const { t } = useTranslation('map');
  const { mapAttribution, borderNote } = usePortfolio();
  const { zoom } = useMapProjection();
  const parts = [mapAttribution, borderNote, ...(zoom > GENERALISED_FROM_ZOOM ? [t('generalised')] : [])];
  const text = parts.filter((part) => part !== '').join(' · ');
  return (
    <div className={classes.attribution} data-map-control="" title={text}>
      {text}
    </div>
  );
}
