import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import classes from './base-map.module.css';
import { useMapProjection } from './map-projection.ts';
import { niceScale } from './nice-scale.ts';

const MAX_WIDTH_PX = 96;

export function ScaleBar() {
  const { t } = useTranslation('map');
  const format = useFormat();
  const { pxPerKm, north, south } = useMapProjection();
  const { km, widthPx } = niceScale(pxPerKm((north + south) / 2), MAX_WIDTH_PX);
  const text = format.km(km);
  return (
    <div className={classes.scale} data-map-control="" role="img" aria-label={t('scale', { distance: text })}>
      <svg width={widthPx + 2} height="7" aria-hidden="true">
        <path d={`M1 0V6H${widthPx + 1}V0`} />
      </svg>
      <span aria-hidden="true">{text}</span>
    </div>
  );
}
