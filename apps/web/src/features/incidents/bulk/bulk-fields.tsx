import { CREDIBILITIES, RELIABILITIES, STATUSES, TARGET_TYPES } from '@corridor/domain';
import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoutes, useSites } from '../../../lib/api/portfolio.ts';
import { ChoiceField } from '../choice-field.tsx';
import { TypeFields } from '../type-fields.tsx';
import classes from './bulk-fields.module.css';
import { BULK_PARTS, type BulkValues } from './bulk-values.ts';

interface BulkFieldsProps {
  readonly values: BulkValues;
  readonly onChange: (values: BulkValues) => void;
}

/** Which part is changed, and to what. */
export function BulkFields({ onChange, values }: BulkFieldsProps) {
  const { t } = useTranslation(['bulk', 'taxonomy']);
  const choose = (change: Partial<BulkValues>) => onChange({ ...values, ...change });
  return (
    <>
      <ChoiceField
        label={t('bulk:what')}
        value={values.part}
        onChange={(value) => choose({ part: BULK_PARTS.find((part) => part === value) ?? 'type' })}
        options={BULK_PARTS.map((part) => ({ value: part, label: t(`bulk:part.${part}`) }))}
      />
      {values.part === 'type' && (
        <div className={classes.pair}>
          <TypeFields eventType={values.eventType} subEventType={values.subEventType} onChange={choose} />
        </div>
      )}
      {values.part === 'targetType' && (
        <ChoiceField
          label={t('bulk:part.targetType')}
          value={values.targetType}
          onChange={(targetType) => choose({ targetType })}
          options={TARGET_TYPES.map((value) => ({ value, label: t(`taxonomy:targetType.${value}`) }))}
        />
      )}
      {values.part === 'grade' && <GradeFields values={values} choose={choose} />}
      {values.part === 'status' && (
        <ChoiceField
          label={t('bulk:part.status')}
          description={t('bulk:statusRules')}
          value={values.status}
          onChange={(status) => choose({ status })}
          options={STATUSES.map((value) => ({ value, label: t(`taxonomy:status.${value}`) }))}
        />
      )}
      {values.part === 'targetedSites' && <SiteField values={values} choose={choose} />}
      {values.part === 'projectSite' && (
        <TextInput
          size="sm"
          label={t('bulk:part.projectSite')}
          description={t('bulk:emptyClears')}
          value={values.projectSite}
          maxLength={300}
          onChange={({ currentTarget }) => choose({ projectSite: currentTarget.value })}
        />
      )}
      {values.part === 'summarisesDay' && (
        <Checkbox
          size="xs"
          label={t('bulk:part.summarisesDay')}
          checked={values.summarisesDay}
          onChange={({ currentTarget }) => choose({ summarisesDay: currentTarget.checked })}
        />
      )}
    </>
  );
}

interface PartFieldsProps {
  readonly values: BulkValues;
  readonly choose: (change: Partial<BulkValues>) => void;
}

function GradeFields({ choose, values }: PartFieldsProps) {
  const { t } = useTranslation(['bulk', 'taxonomy']);
  return (
    <div className={classes.pair}>
      <ChoiceField
        label={t('bulk:reliability')}
        value={values.reliability}
        onChange={(reliability) => choose({ reliability })}
        options={RELIABILITIES.map((value) => ({
          value,
          label: t('bulk:gradeOption', { code: value, words: t(`taxonomy:reliability.${value}`) }),
        }))}
      />
      <ChoiceField
        label={t('bulk:credibility')}
        value={values.credibility}
        onChange={(credibility) => choose({ credibility })}
        options={CREDIBILITIES.map((value) => ({
          value,
          label: t('bulk:gradeOption', { code: value, words: t(`taxonomy:credibility.${value}`) }),
        }))}
      />
    </div>
  );
}

function SiteField({ choose, values }: PartFieldsProps) {
  const { t } = useTranslation('bulk');
  const sites = useSites();
  const routes = useRoutes();
  // A route can be a site too, under the same id.
  const names = new Map([...routes, ...sites].map(({ id, name }) => [id, name]));
  return (
    <MultiSelect
      size="sm"
      label={t('part.targetedSites')}
      description={t('emptyClears')}
      data={[...names].map(([value, label]) => ({ value, label }))}
      value={[...values.targetedSites]}
      onChange={(targetedSites) => choose({ targetedSites })}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('nothingFound')}
    />
  );
}
