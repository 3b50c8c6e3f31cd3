import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MAP_LAYERS } from '../../../lib/view/view.ts';
import { useMapLayers } from '../use-map-layers.ts';
import classes from './controls.module.css';

export function LayersMenu() {
  const { t } = useTranslation('map');
  const { has, toggle } = useMapLayers();
  return (
    <fieldset className={classes.layers}>
      <legend>{t('layers.title')}</legend>
      {MAP_LAYERS.map((layer) => (
        <Checkbox
          key={layer}
          size="xs"
          label={t(`layers.${layer}`)}
          checked={has(layer)}
          onChange={() => toggle(layer)}
        />
      ))}
    </fieldset>
  );
}
