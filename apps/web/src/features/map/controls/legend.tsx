import { Collapse, Paper, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-leaflet';
import classes from './controls.module.css';
import type { DrawnThings } from './drawn-things.ts';
import { LegendRows } from './legend-rows.tsx';

/** On a smaller map the legend begins closed. */
const LOWEST_OPEN_MAP_PX = 560;

/** Says what the map shows: only what is drawn on it now. */
export const Legend = memo(function Legend({ drawn }: { readonly drawn: DrawnThings }) {
  const { t } = useTranslation('map');
  const map = useMap();
  const [open, { toggle }] = useDisclosure(map.getSize().y >= LOWEST_OPEN_MAP_PX);
  return (
    <Paper
      component="section"
      className={classes.legend ?? ''}
      withBorder
      data-map-control=""
      aria-label={t('legend.title')}
    >
      <UnstyledButton className={classes.legendHead ?? ''} aria-expanded={open} onClick={toggle}>
        {t('legend.title')}
        <IconChevronDown size={14} stroke={1.5} data-open={open || undefined} aria-hidden="true" />
      </UnstyledButton>
      <Collapse expanded={open}>
        <LegendRows drawn={drawn} />
      </Collapse>
    </Paper>
  );
});
