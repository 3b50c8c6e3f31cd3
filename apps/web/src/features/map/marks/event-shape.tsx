import type { EventType } from '@corridor/domain';
import { eventTypeColor, eventTypePath } from '../../../components/event-type.tsx';
import classes from './marks.module.css';

/** An incident's shape in its type's colour with a halo, centred on 0,0. */
export function EventShape({ type, radius }: { readonly type: EventType; readonly radius: number }) {
  return <path d={eventTypePath(type, radius)} fill={eventTypeColor(type)} className={classes.shape} />;
}
