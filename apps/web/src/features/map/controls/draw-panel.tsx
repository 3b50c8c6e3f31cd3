import { Button, Group, NumberInput, Paper } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-leaflet';
import { useView } from '../../../lib/view/use-view.ts';
import { validArea } from '../draw/draw-state.ts';
import type { Drawing } from '../draw/use-drawing.ts';
import classes from './controls.module.css';

const FIRST_RADIUS_KM = 25;

/** How to draw with the chosen tool, and the same by keyboard: from the map's centre. */
export const DrawPanel = memo(function DrawPanel({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation('map');
  const { state, dispatch } = drawing;
  if (state.tool === 'none') return null;
  const crossing = state.tool === 'polygon' && state.crosses;
  return (
    <Paper className={classes.drawPanel ?? ''} withBorder data-map-control="">
      <p role="status" data-bad={crossing || undefined}>
        {crossing ? t('draw.crosses') : t(`draw.${state.tool}`)}
      </p>
      <Group gap={8} align="end">
        {state.tool === 'polygon' ? <PolygonByKeyboard drawing={drawing} /> : <CircleByKeyboard drawing={drawing} />}
        <Button variant="default" onClick={() => dispatch({ kind: 'cancel' })}>
          {t('draw.cancel')}
        </Button>
      </Group>
    </Paper>
  );
});

function PolygonByKeyboard({ drawing: { state, dispatch } }: { readonly drawing: Drawing }) {
  const { t } = useTranslation('map');
  const map = useMap();
  const addCentre = () => {
    const { lng, lat } = map.getCenter();
    dispatch({ kind: 'point', at: [lng, lat] });
  };
  return (
    <>
      <Button variant="default" onClick={addCentre}>
        {t('draw.addCentre')}
      </Button>
      <Button
        disabled={state.tool !== 'polygon' || state.points.length < 3}
        onClick={() => dispatch({ kind: 'finish' })}
      >
        {t('draw.close')}
      </Button>
    </>
  );
}

function CircleByKeyboard({ drawing: { dispatch } }: { readonly drawing: Drawing }) {
  const { t } = useTranslation('map');
  const map = useMap();
  const { view, setFilter } = useView();
  const [radiusKm, setRadiusKm] = useState(FIRST_RADIUS_KM);
  const place = () => {
    const { lng, lat } = map.getCenter();
    const area = validArea({ kind: 'circle', center: [lng, lat], radiusKm });
    if (!area) return;
    dispatch({ kind: 'cancel' });
    setFilter({ ...view.filter, area });
  };
  return (
    <>
      <NumberInput
        className={classes.radius ?? ''}
        size="xs"
        label={t('draw.radius')}
        min={1}
        max={500}
        value={radiusKm}
        onChange={(value) => setRadiusKm(Number(value))}
      />
      <Button onClick={place} disabled={!(radiusKm > 0)}>
        {t('draw.place')}
      </Button>
    </>
  );
}
