import { CREDIBILITIES, EVENT_TYPES, RELIABILITIES, STATUSES, SUB_EVENT_TYPES, TARGET_TYPES } from '@corridor/domain';
import { Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoutes, useSites } from '../../../lib/api/portfolio.ts';
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
      <Choice
        label={t('bulk:what')}
        value={values.part}
        onChange={(value) => choose({ part: BULK_PARTS.find((part) => part === value) ?? 'type' })}
        options={BULK_PARTS.map((part) => ({ value: part, label: t(`bulk:part.${part}`) }))}
      />
      {values.part === 'type' && <TypeFields values={values} choose={choose} />}
      {values.part === 'targetType' && (
        <Choice
          label={t('bulk:part.targetType')}
          value={values.targetType}
          onChange={(targetType) => choose({ targetType })}
          options={TARGET_TYPES.map((value) => ({ value, label: t(`taxonomy:targetType.${value}`) }))}
        />
      )}
      {values.part === 'grade' && <GradeFields values={values} choose={choose} />}
      {values.part === 'status' && (
        <Choice
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

function TypeFields({ choose, values }: PartFieldsProps) {
  const { t } = useTranslation(['bulk', 'taxonomy']);
  const type = EVENT_TYPES.find((one) => one === values.eventType);
  return (
    <div className={classes.pair}>
      <Choice
        label={t('bulk:eventType')}
        value={values.eventType}
        onChange={(eventType) => choose({ eventType, subEventType: '' })}
        options={EVENT_TYPES.map((value) => ({ value, label: t(`taxonomy:type.${value}`) }))}
      />
      <Choice
        label={t('bulk:subEventType')}
        value={values.subEventType}
        onChange={(subEventType) => choose({ subEventType })}
        options={(type ? SUB_EVENT_TYPES[type] : []).map((value) => ({ value, label: value }))}
      />
    </div>
  );
}

function GradeFields({ choose, values }: PartFieldsProps) {
  const { t } = useTranslation(['bulk', 'taxonomy']);
  return (
    <div className={classes.pair}>
      <Choice
        label={t('bulk:reliability')}
        value={values.reliability}
        onChange={(reliability) => choose({ reliability })}
        options={RELIABILITIES.map((value) => ({
          value,
          label: t('bulk:gradeOption', { code: value, words: t(`taxonomy:reliability.${value}`) }),
        }))}
      />
      <Choice
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

interface ChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ label, onChange, options, value, ...props }: ChoiceProps) {
  return (
    <NativeSelect
      {...props}
      size="sm"
      label={label}
      value={value}
      data={options.some((option) => option.value === value) ? [...options] : [{ value: '', label: '' }, ...options]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
