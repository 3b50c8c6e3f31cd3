import { PLACE_PRECISIONS, SITE_SECTORS, SITE_STATUSES } from '@corridor/domain';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../components/form-section.tsx';
import { usePortfolio } from '../../lib/api/portfolio.ts';
import type { TargetKind } from '../../lib/api/targets.ts';
import { FIELDS, type FieldName } from '../../lib/target-fields.ts';
import { fieldId } from './field-id.ts';
import classes from './site-editor.module.css';
import { SourceRows } from './source-rows.tsx';
import type { Faults, TargetForm } from './target-form.ts';

interface FieldsetProps {
  readonly kind: TargetKind;
  readonly form: TargetForm;
  readonly faults: Faults;
  /** Where it stands among the fields; null where it stands beside them. */
  readonly map: ReactNode;
  readonly onChange: (form: TargetForm) => void;
}

/** The fields of a site or route, in their sections. */
export function TargetFieldset(props: FieldsetProps) {
  const { t } = useTranslation('siteEditor');
  const { faults, form, kind, map, onChange } = props;
  if (kind === 'route') {
    return (
      <>
        <FormSection title={t('sections.what')}>
          <Fields {...props} names={['name', 'kind', 'status', 'corridor', 'radiusKm']} />
        </FormSection>
        <FormSection title={t('sections.line')} note={t('lineNote')}>
          {map}
          <Fields {...props} names={['line']} />
        </FormSection>
      </>
    );
  }
  return (
    <>
      <FormSection title={t('sections.what')}>
        <Fields {...props} names={['name', 'sector', 'kind', 'status', 'corridor']} />
      </FormSection>
      <FormSection title={t('sections.where')} note={t('whereNote')}>
        {map}
        <Fields
          {...props}
          names={['province', 'district', 'location', 'precision', 'latitude', 'longitude', 'radiusKm']}
        />
      </FormSection>
      <FormSection title={t('sections.who')}>
        <Fields
          {...props}
          names={[
            ...(['operator', 'chinesePartner', 'capacity', 'capacityUnit'] as const),
            ...(['costMusd', 'startYear', 'completionYear'] as const),
          ]}
        />
      </FormSection>
      <FormSection title={t('sections.sources')}>
        <SourceRows sources={form.sources} faults={faults} onChange={(sources) => onChange({ ...form, sources })} />
      </FormSection>
      <FormSection title={t('sections.notes')}>
        <Fields {...props} names={['notes']} />
      </FormSection>
    </>
  );
}

function Fields({ names, ...props }: FieldsetProps & { readonly names: readonly FieldName[] }) {
  return (
    <div className={classes.grid}>
      {names.map((name) => (
        <Field key={name} name={name} {...props} />
      ))}
    </div>
  );
}

const REQUIRED: ReadonlySet<FieldName> = new Set([
  ...(['name', 'province', 'district', 'latitude', 'longitude', 'radiusKm', 'line'] as const),
]);
const WHOLE_ROW: ReadonlySet<FieldName> = new Set(['name', 'location', 'operator', 'chinesePartner', 'notes', 'line']);

function Field({ faults, form, kind, name, onChange }: FieldsetProps & { readonly name: FieldName }) {
  const { t } = useTranslation('siteEditor');
  const options = useOptions(name, form);
  const fault = faults.get(name);
  const props = {
    id: fieldId(name),
    size: 'sm',
    label: kind === 'route' && name === 'radiusKm' ? t('width') : t(`fields.${name}`),
    value: form.texts[name] ?? '',
    error: fault && (fault.words ?? t(`fault.${fault.key}`)),
    withAsterisk: REQUIRED.has(name),
    'aria-required': REQUIRED.has(name),
    'data-whole': WHOLE_ROW.has(name) || undefined,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...form, texts: { ...form.texts, [name]: currentTarget.value } }),
  } as const;
  const type = FIELDS[kind][name];
  if (options) return <NativeSelect {...props} data={options} />;
  if (type === 'longText' || type === 'points') {
    return (
      <Textarea
        {...props}
        autosize
        minRows={3}
        maxRows={type === 'points' ? 18 : 10}
        spellCheck={type === 'longText'}
      />
    );
  }
  return <TextInput {...props} autoComplete="off" {...(type === 'text' ? {} : { inputMode: 'decimal' as const })} />;
}

/** What can be chosen, what stands among it; null for a field that is typed. */
function useOptions(name: FieldName, { texts }: TargetForm) {
  const { t } = useTranslation(['siteEditor', 'taxonomy']);
  const { districts, provinces } = usePortfolio();
  const value = texts[name] ?? '';
  const optional = (names: readonly string[]) => [
    ...(value === '' ? [{ value: '', label: t('siteEditor:choose') }] : []),
    ...[...new Set([...names, ...(value === '' ? [] : [value])])].map((text) => ({ value: text, label: text })),
  ];
  switch (name) {
    case 'sector':
      return SITE_SECTORS.map((sector) => ({ value: sector, label: t(`taxonomy:sector.${sector}`) }));
    case 'status':
      return SITE_STATUSES.map((status) => ({ value: status, label: t(`taxonomy:siteStatus.${status}`) }));
    case 'precision':
      return PLACE_PRECISIONS.map((precision) => ({
        value: precision,
        label: t(`taxonomy:placePrecision.${precision}`),
      }));
    case 'province':
      return optional(provinces.map((province) => province.name));
    case 'district': {
      const within = districts.filter(({ province }) => !texts.province || province === texts.province);
      return optional(within.map((district) => district.name).sort());
    }
    default:
      return null;
  }
}
