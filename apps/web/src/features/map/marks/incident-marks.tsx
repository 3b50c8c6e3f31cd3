import { EVENT_TYPES } from '@corridor/domain';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapPane, MapSvg, MapTooltip, useMapPointer } from '../../../components/base-map/index.ts';
import { EventTypeMark } from '../../../components/event-type.tsx';
import { setHoveredIncident, useHoveredIncident } from '../../../lib/hovered-incident.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { EventShape } from './event-shape.tsx';
import type { MapMark } from './map-mark.ts';
import classes from './marks.module.css';
import { Ring } from './ring.tsx';

const GROWS_PX = 2;
const TOUCH_RADIUS = 12;

/** Clusters as rings and single incidents as shapes. */
export function IncidentMarks({
  marks,
  onOpen,
}: {
  readonly marks: readonly MapMark[];
  readonly onOpen: (mark: MapMark) => void;
}) {
  const pointer = useMapPointer();
  const hoveredInList = useHoveredIncident();
  const [hovered, setHovered] = useState<string | null>(null);
  const shown = marks.find(({ key }) => key === hovered);
  const hover = (mark: MapMark | null) => {
    setHovered(mark?.key ?? null);
    setHoveredIncident(mark?.only?.id ?? null);
  };
  return (
    <>
      <MapPane name="marks" interactive>
        <MapSvg>
          {marks.map(({ key, from, x, y }) =>
            from ? <line key={key} className={classes.leader} x1={from.x} y1={from.y} x2={x} y2={y} /> : null,
          )}
          {marks.map((mark) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is its keyboard twin
            <g
              key={mark.key}
              className={classes.mark}
              transform={`translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)})`}
              style={grown(mark.radius)}
              data-map-item=""
              data-testid={mark.only ? 'map-incident' : 'map-cluster'}
              data-incident={mark.only?.id}
              data-count={mark.count}
              onPointerDown={pointer.down}
              onPointerEnter={() => hover(mark)}
              onPointerLeave={() => hover(null)}
              onClick={(event) => {
                if (!pointer.isClick(event)) return;
                hover(null);
                onOpen(mark);
              }}
            >
              {mark.radius < TOUCH_RADIUS && <circle className={classes.touch} r={TOUCH_RADIUS} />}
              {mark.only && mark.only.id === hoveredInList && (
                <circle className={classes.hovered} r={mark.radius + 5} />
              )}
              <g>
                {mark.only ? (
                  <EventShape type={mark.only.eventType} radius={mark.radius} />
                ) : (
                  <Ring count={mark.count} byType={mark.byType} radius={mark.radius} />
                )}
              </g>
            </g>
          ))}
        </MapSvg>
      </MapPane>
      {shown && (
        <MapTooltip at={shown} gap={shown.radius + 6}>
          <MarkTip mark={shown} />
        </MapTooltip>
      )}
    </>
  );
}

/** The scale that makes a mark grow by 2 px all round. */
function grown(radius: number): CSSProperties {
  const style: CSSProperties & { '--grown': number } = { '--grown': 1 + GROWS_PX / radius };
  return style;
}

function MarkTip({ mark }: { readonly mark: MapMark }) {
  const { t } = useTranslation(['map', 'common', 'taxonomy']);
  const format = useFormat();
  const { only, count, byType } = mark;
  if (only) {
    return (
      <div className={classes.tip}>
        <b>{only.title}</b>
        <span>
          {format.dates(only.start, only.end, only.datePrecision)} ·{' '}
          {only.killed ? `${format.range(only.killed)} ${t('common:killedWord')}` : t('common:tollUnknown')}
        </span>
      </div>
    );
  }
  return (
    <div className={classes.tip}>
      <b>{t('map:cluster.heading', { count, formatted: format.count(count) })}</b>
      {EVENT_TYPES.map((type, index) => {
        const value = byType[index] ?? 0;
        return value > 0 ? (
          <span key={type} className={classes.tipRow}>
            <EventTypeMark type={type} decorative />
            <b>{format.count(value)}</b> {t(`taxonomy:typeShort.${type}`)}
          </span>
        ) : null;
      })}
    </div>
  );
}
