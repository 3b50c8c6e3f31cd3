import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type KnownPlace, placesQuery } from '../../../lib/api/editing.ts';
import { useProvinceName } from '../../../lib/use-place-text.ts';
import { useFieldProps } from '../form-context.ts';
import classes from './place-option.module.css';

const PAUSE_MS = 150;

interface PlaceFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly onKnown: (place: KnownPlace) => void;
}

/** The place's name, completed from the portfolio's places, districts and sites. */
export function PlaceField({ onChange, onKnown, value }: PlaceFieldProps) {
  const { t } = useTranslation('editor');
  const field = useFieldProps('place.name');
  const [sought] = useDebouncedValue(value.trim(), PAUSE_MS);
  const { data } = useQuery({ ...placesQuery(sought), enabled: sought.length > 1 });
  const found = useKnownByText(sought.length > 1 ? data?.items : undefined);
  return (
    <Autocomplete
      {...field}
      size="sm"
      label={t('where.name')}
      placeholder={t('placeExample')}
      value={value}
      onChange={(text) => {
        const known = found.get(text);
        if (known) onKnown(known);
        else onChange(text);
      }}
      data={[...found.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => <Option place={found.get(option.value)} />}
      openOnFocus={false}
      maxDropdownHeight={300}
    />
  );
}

const NOTHING: readonly KnownPlace[] = [];

/** Each place by a text that no other has. */
function useKnownByText(places: readonly KnownPlace[] = NOTHING): ReadonlyMap<string, KnownPlace> {
  return useMemo(
    () => new Map(places.map((place) => [[place.name, place.kind, place.district, place.province].join(' · '), place])),
    [places],
  );
}

function Option({ place }: { readonly place: KnownPlace | undefined }) {
  const { t } = useTranslation(['editor', 'common']);
  const provinceName = useProvinceName();
  if (!place) return null;
  const { district, kind, name, province } = place;
  const within = [district !== name && district, province && provinceName(province)].filter(Boolean).join(', ');
  return (
    <span className={classes.placeOption}>
      <b>{name}</b> {within && <span>{within}</span>}
      <small>{t(`editor:placeKind.${kind}`)}</small>
    </span>
  );
}
