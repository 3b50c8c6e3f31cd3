import { type PointerEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pressedKey } from '../../lib/keys/pressed-key.ts';
import classes from './map-page.module.css';

const STOPS = ['list', 'half', 'full'] as const;
type Stop = (typeof STOPS)[number];
const DRAG_PX = 24;

interface ListSheetProps {
  readonly narrow: boolean;
  readonly children: ReactNode;
}

/**
 * The list beside the map. On a narrow screen a sheet under it that is drawn up over it, by dragging its grip or by pressing
 * it. Both are one, so that a tablet that is turned keeps what is in it.
 */
export function ListSheet({ children, narrow }: ListSheetProps) {
  const { t } = useTranslation('map');
  const [stop, setStop] = useState<Stop>('list');
  const [start, setStart] = useState<number | null>(null);
  const step = (by: number) =>
    setStop(STOPS[Math.max(0, Math.min(STOPS.length - 1, STOPS.indexOf(stop) + by))] ?? stop);
  const release = ({ clientY }: PointerEvent) => {
    if (start === null) return;
    setStart(null);
    if (Math.abs(clientY - start) < DRAG_PX) setStop(stop === 'full' ? 'list' : stop === 'half' ? 'full' : 'half');
    else step(clientY < start ? 1 : -1);
  };
  return (
    <div className={narrow ? classes.sheet : classes.panel} data-stop={stop}>
      <button
        type="button"
        hidden={!narrow}
        className={classes.grip}
        aria-label={t(stop === 'full' ? 'sheet.lower' : 'sheet.raise')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setStart(event.clientY);
        }}
        onPointerUp={release}
        onPointerCancel={() => setStart(null)}
        onKeyDown={(event) => {
          const key = pressedKey(event, 'sheetStep');
          if (key !== null) step(key === 'ArrowUp' ? 1 : -1);
          else if (pressedKey(event, 'sheetTurn') !== null)
            setStop(stop === 'full' ? 'list' : stop === 'half' ? 'full' : 'half');
        }}
      />
      <div className={classes.sheetBody}>{children}</div>
    </div>
  );
}
