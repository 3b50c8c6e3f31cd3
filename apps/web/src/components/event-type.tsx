import type { EventType } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import classes from './event-type.module.css';

/** The key of a type's colour token `--cw-ev-<key>`. A type is never told by colour alone: it has a shape too. */
export const EVENT_TYPE_KEYS: Readonly<Record<EventType, string>> = {
  'Explosions/Remote violence': 'exp',
  Battles: 'bat',
  'Violence against civilians': 'vac',
  Riots: 'rio',
  Protests: 'pro',
  'Strategic developments': 'dev',
};

export const eventTypeColor = (type: EventType): string => `var(--cw-ev-${EVENT_TYPE_KEYS[type]})`;

/** A type's shape as SVG path data, centred on 0,0, in a circle of about `radius`. */
export function eventTypePath(type: EventType, radius: number): string {
  const r = radius;
  if (type === 'Battles') return polygon(4, 0, r * 1.2);
  if (type === 'Violence against civilians') return polygon(3, -Math.PI / 2, r * 1.28);
  if (type === 'Protests') return polygon(5, -Math.PI / 2, r * 1.15);
  if (type === 'Riots') return rectangle(r * 0.88, r * 0.88);
  if (type === 'Strategic developments') return rectangle(r * 0.38, r * 1.05);
  return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
}

function polygon(corners: number, rotation: number, radius: number): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = rotation + (i * 2 * Math.PI) / corners;
    return `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

function rectangle(halfWidth: number, halfHeight: number): string {
  return `M${-halfWidth},${-halfHeight}h${2 * halfWidth}v${2 * halfHeight}h${-2 * halfWidth}Z`;
}

/** A type's mark with its name as the picture's text; `decorative` where the name stands beside it. */
export function EventTypeMark({
  type,
  size = 12,
  decorative = false,
}: {
  readonly type: EventType;
  readonly size?: number;
  readonly decorative?: boolean;
}) {
  const { t } = useTranslation('taxonomy');
  return (
    <svg
      className={classes.mark}
      width={size}
      height={size}
      viewBox="-6 -6 12 12"
      role={decorative ? undefined : 'img'}
      aria-hidden={decorative || undefined}
      aria-label={decorative ? undefined : t(`type.${type}`)}
    >
      <path
        d={eventTypePath(type, 4.4)}
        fill={eventTypeColor(type)}
        transform={type === 'Violence against civilians' ? 'translate(0 .8)' : undefined}
      />
    </svg>
  );
}
