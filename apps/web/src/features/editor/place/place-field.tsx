import { KnownPlaceField } from '../../../components/known-place-field.tsx';
import type { KnownPlace } from '../../../lib/api/editing.ts';
import { useFieldProps } from '../form-context.ts';

interface PlaceFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly onKnown: (place: KnownPlace) => void;
}

/** The place's name in the form. */
export function PlaceField(props: PlaceFieldProps) {
  return <KnownPlaceField {...useFieldProps('place.name')} {...props} />;
}
