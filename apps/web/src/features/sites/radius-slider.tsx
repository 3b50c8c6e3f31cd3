import type { NearPlace } from '@corridor/domain';
import { Button, Slider } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-context.tsx';
import { useFormat } from '../../lib/use-format.ts';
import { useScreenFilter } from '../../lib/view/screen-filter.ts';
import { countByRadius, MAX_RADIUS_SHOWN_KM } from './count-by-radius.ts';
import classes from './radius-slider.module.css';

const WIDTH = 500;
const HEIGHT = 52;

/** The radius over a histogram of what each radius would hold: inside below, possibly inside above it. */
export function RadiusSlider({
  places,
  radiusKm,
  ownRadiusKm,
  onChange,
  onChangeEnd,
}: {
  readonly places: readonly NearPlace[];
  readonly radiusKm: number;
  readonly ownRadiusKm: number;
  readonly onChange: (radiusKm: number) => void;
  readonly onChangeEnd: (radiusKm: number) => void;
}) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const { filter } = useScreenFilter();
  const { info } = useEngine();
  const counts = useMemo(() => countByRadius(places), [places]);
  const most = Math.max(1, ...counts.map(({ inside, possible }) => inside + possible));
  const step = WIDTH / MAX_RADIUS_SHOWN_KM;
  const scale = (count: number) => (count * (HEIGHT - 4)) / most;
  const period = format.period(filter.from ?? info?.firstDay ?? undefined, filter.to) || t('allTime');
  return (
    <div>
      <div className={classes.head}>
        <b>{t('radius', { km: format.km(radiusKm) })}</b>
        <span>{radiusKm === ownRadiusKm ? t('radiusSet') : t('radiusChanged', { km: format.km(ownRadiusKm) })}</span>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={radiusKm === ownRadiusKm}
          onClick={() => onChangeEnd(ownRadiusKm)}
        >
          {t('reset')}
        </Button>
      </div>
      <svg className={classes.plot} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {counts.map(({ radiusKm: radius, inside, possible }) => (
          <g key={radius} className={radius <= radiusKm ? classes.within : classes.beyond}>
            <rect x={(radius - 1) * step + 0.5} width={step - 1} y={HEIGHT - scale(inside)} height={scale(inside)} />
            <rect
              className={classes.possible}
              x={(radius - 1) * step + 0.5}
              width={step - 1}
              y={HEIGHT - scale(inside + possible)}
              height={scale(possible)}
            />
          </g>
        ))}
      </svg>
      <Slider
        className={classes.slider ?? ''}
        min={1}
        max={MAX_RADIUS_SHOWN_KM}
        step={1}
        size="sm"
        thumbSize={18}
        value={Math.min(MAX_RADIUS_SHOWN_KM, radiusKm)}
        thumbLabel={t('slider')}
        label={(value) => format.km(value)}
        marks={[1, 10, 20, 30, 40, 50].map((value) => ({
          value,
          label: format.count(value),
        }))}
        onChange={onChange}
        onChangeEnd={onChangeEnd}
      />
      <div className={classes.legend}>
        <span>
          <i className={classes.inside} />
          {t('legendInside')}
        </span>
        <span>
          <i className={`${classes.inside} ${classes.pale}`} />
          {t('legendPossible')}
        </span>
        <span>{t('byRadius', { period })}</span>
      </div>
    </div>
  );
}
