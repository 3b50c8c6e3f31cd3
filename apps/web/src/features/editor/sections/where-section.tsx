import { PLACE_PRECISIONS } from '@corridor/domain';
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import { usePortfolio } from '../../../lib/api/portfolio.ts';
import classes from '../editor.module.css';
import { ChoiceField, TextField } from '../field.tsx';
import { useFieldProps, usePart } from '../form-context.ts';
import { PlaceField } from '../place/place-field.tsx';
import { placeFromKnown } from '../place/propose-place.ts';

/** Where what the form says of the place was taken from, besides what was typed. */
export type PlaceOrigin = 'typed' | 'known' | 'map';

interface WhereSectionProps {
  readonly origin: PlaceOrigin;
  readonly onOrigin: (origin: PlaceOrigin) => void;
  /** The map, where it does not stand beside the form. */
  readonly map: ReactNode;
}

/** Where it happened, and how precisely that is known. */
export function WhereSection({ map, onOrigin, origin }: WhereSectionProps) {
  const { t } = useTranslation(['editor', 'taxonomy']);
  const [place, setPlace] = usePart('place');
  return (
    <FormSection title={t('editor:section.where')}>
      <div className={classes.grid}>
        <PlaceField
          value={place.name}
          onChange={(name) => {
            setPlace({ ...place, name });
            onOrigin('typed');
          }}
          onKnown={(known) => {
            setPlace(placeFromKnown(known));
            onOrigin('known');
          }}
        />
        <p className={classes.hint} role="status" data-proposed={origin !== 'typed' || undefined}>
          {t(`editor:origin.${origin}`)}
        </p>
        {map}
        <RegionFields />
        <TextField
          className={classes.quarter}
          path="place.latitude"
          label={t('editor:where.latitude')}
          value={place.latitude}
          onChange={(latitude) => setPlace({ ...place, latitude })}
          placeholder={t('editor:latitudeExample')}
        />
        <TextField
          className={classes.quarter}
          path="place.longitude"
          label={t('editor:where.longitude')}
          value={place.longitude}
          onChange={(longitude) => setPlace({ ...place, longitude })}
          placeholder={t('editor:longitudeExample')}
        />
        <ChoiceField
          className={classes.half}
          path="place.precision"
          label={t('editor:where.precision')}
          value={place.precision}
          onChange={(precision) => setPlace({ ...place, precision })}
          required
          options={PLACE_PRECISIONS.map((value) => ({
            value,
            label: t('editor:precisionOption', {
              words: t(`taxonomy:placePrecision.${value}`),
              reach: t(`editor:precisionReach.${value}`),
            }),
          }))}
        />
      </div>
    </FormSection>
  );
}

function RegionFields() {
  const { t } = useTranslation('editor');
  const { districts, provinces } = usePortfolio();
  const [place, setPlace] = usePart('place');
  const province = useFieldProps('place.province');
  const district = useFieldProps('place.district');
  const within = districts.filter((one) => place.province === '' || one.province === place.province);
  const chooseDistrict = (name: string | null) => {
    const found = districts.find((one) => one.name === name);
    setPlace({ ...place, district: name ?? '', province: found?.province ?? place.province });
  };
  return (
    <>
      <Select
        {...province}
        className={classes.half ?? ''}
        size="sm"
        label={t('where.province')}
        placeholder={t('notKnownPlace')}
        value={place.province || null}
        onChange={(name) => setPlace({ ...place, province: name ?? '', district: '' })}
        data={namesWith(
          provinces.map(({ name }) => name),
          place.province,
        )}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clear', { what: t('where.province') }) }}
        nothingFoundMessage={t('nothingFound')}
      />
      <Select
        {...district}
        className={classes.half ?? ''}
        size="sm"
        label={t('where.district')}
        placeholder={t('notKnownPlace')}
        value={place.district || null}
        onChange={chooseDistrict}
        data={namesWith(
          within.map(({ name }) => name),
          place.district,
        )}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('clear', { what: t('where.district') }) }}
        nothingFoundMessage={t('nothingFound')}
        limit={200}
      />
    </>
  );
}

/** The names, and the one that stands there though the portfolio does not know it. */
function namesWith(names: readonly string[], present: string): string[] {
  return [...new Set(present === '' ? names : [...names, present])];
}
