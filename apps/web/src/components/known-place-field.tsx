import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type KnownPlace, placesQuery } from '../lib/api/editing.ts';
import { useProvinceName } from '../lib/use-place-text.ts';
import classes from './known-place-field.module.css';

const PAUSE_MS = 150;

interface KnownPlaceFieldProps extends Omit<AutocompleteProps, 'data' | 'onChange' | 'size' | 'value'> {
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly onKnown: (place: KnownPlace) => void;
}

/** A place's name, completed from the portfolio's places, districts and sites. */
export function KnownPlaceField({ onChange, onKnown, value, ...props }: KnownPlaceFieldProps) {
  const { t } = useTranslation('editor');
  const [sought] = useDebouncedValue(value.trim(), PAUSE_MS);
  const { data } = useQuery({ ...placesQuery(sought), enabled: sought.length > 1 });
  const found = useKnownByText(sought.length > 1 ? data?.items : undefined);
  return (
    <Autocomplete
      {...props}
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
