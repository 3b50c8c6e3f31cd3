import type { BBox } from '@corridor/domain';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { FacetsRail } from '../../features/filters/facets-rail.tsx';
import { IncidentPanel } from '../../features/incidents/incident-panel.tsx';
import { IncidentMap } from '../../features/map/incident-map.tsx';
import { Timeline } from '../../features/timeline/timeline.tsx';
import { ListSheet } from './list-sheet.tsx';
import classes from './map-page.module.css';

/** The analyst's screen: facets, the map over the timeline, and the list of what the map shows. */
export function MapPage() {
  const [bounds, setBounds] = useState<BBox | null>(null);
  const onBounds = useCallback((next: BBox) => setBounds(next), []);
  const narrow = useMediaQuery('(max-width: 1023px)', false, { getInitialValueInEffect: false });
  const withRail = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  return (
    <div className={classes.page}>
      {withRail && (
        <div className={classes.rail}>
          <FacetsRail />
        </div>
      )}
      <div className={classes.map}>
        <IncidentMap onBounds={onBounds} />
      </div>
      <div className={classes.timeline}>
        <Timeline />
      </div>
      <ListSheet narrow={narrow}>
        <IncidentPanel {...(bounds && { bbox: bounds })} />
      </ListSheet>
    </div>
  );
}
