import { Alert, Button, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import formClasses from '../../components/form.module.css';
import { ApiError } from '../../lib/api/fetch-json.ts';
import type { TargetDetail, TargetKind } from '../../lib/api/targets.ts';
import { useKeyWords } from '../../lib/keys/use-key-words.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import type { FieldName } from '../../lib/target-fields.ts';
import { BothChanged } from './both-changed.tsx';
import { FaultList } from './fault-list.tsx';
import { fieldId } from './field-id.ts';
import classes from './site-editor.module.css';
import { TargetFieldset } from './target-fieldset.tsx';
import { checkTarget, emptyForm, type Faults, formOf, joinForms, type TargetForm } from './target-form.ts';
import { TargetMap } from './target-map.tsx';
import { useSavingTarget } from './use-saving-target.ts';

const NO_FAULTS: Faults = new Map();

interface TargetEditorProps {
  readonly kind: TargetKind;
  /** What is changed; null for a new one. */
  readonly record: TargetDetail | null;
  readonly onSaved: (id: string) => void;
  readonly onBack: () => void;
}

/** One site or route in a form, beside its map. */
export function TargetEditor({ kind, onBack, onSaved, record }: TargetEditorProps) {
  const { t } = useTranslation('siteEditor');
  const [base, setBase] = useState(record);
  const [form, setForm] = useState(() => (record ? formOf(kind, record) : emptyForm(kind)));
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState(NO_FAULTS);
  const [theirs, setTheirs] = useState<{ readonly form: TargetForm; readonly both: readonly FieldName[] } | null>(null);
  const started = useRef(form);
  const leaving = useRef(false);
  useBlocker({
    shouldBlockFn: () => !leaving.current && form !== started.current && !window.confirm(t('leave')),
    enableBeforeUnload: () => !leaving.current && form !== started.current,
  });
  const saving = useSavingTarget({
    kind,
    base,
    onSaved: (id) => {
      leaving.current = true;
      onSaved(id);
    },
    onStale: (standing) => {
      const standingForm = formOf(kind, standing);
      const joined = joinForms(kind, base ? formOf(kind, base) : form, form, standingForm);
      setBase(standing);
      setForm(joined.form);
      setTheirs({ form: standingForm, both: joined.both });
    },
    onRefused: ({ invalid }) =>
      show(
        new Map(invalid.map(({ name, reason: words }) => [name.replace(/^changes\./, ''), { key: 'refused', words }])),
      ),
  });
  const show = (found: Faults) => {
    setFaults(found);
    const [first] = found.keys();
    if (first !== undefined) requestAnimationFrame(() => document.getElementById(fieldId(first))?.focus());
  };
  const save = () => {
    if (saving.isPending) return;
    const checked = checkTarget(kind, form);
    const found = new Map(checked.ok ? [] : checked.faults);
    if (record && reason.trim() === '') found.set('reason', { key: 'required' });
    if (checked.ok && found.size === 0) {
      setFaults(NO_FAULTS);
      saving.mutate({ target: checked.target, reason: reason.trim() });
    } else show(found);
  };
  const { ariaOf } = useKeyWords();
  useKeys({ formSave: save });
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false });
  const map = (
    <div className={classes.map}>
      <TargetMap kind={kind} form={form} onChange={setForm} />
    </div>
  );
  const failed =
    saving.error && !(saving.error instanceof ApiError && saving.error.status === 412) && faults.size === 0;
  return (
    <div className={classes.page}>
      <div className={classes.columns}>
        <div className={classes.fields}>
          <h2>{record ? t(`heading.${kind}`, { name: record.name }) : t(`new.${kind}`)}</h2>
          {theirs && (
            <BothChanged
              theirs={theirs.form}
              both={theirs.both}
              onTake={(name) => {
                setForm(takeField(form, theirs.form, name));
                setTheirs({ ...theirs, both: theirs.both.filter((other) => other !== name) });
              }}
            />
          )}
          {failed && (
            <Alert color="red" variant="light" role="alert">
              {t('failed', { reason: saving.error.message })}
            </Alert>
          )}
          <FaultList faults={faults} />
          <form
            className={formClasses.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TargetFieldset kind={kind} form={form} faults={faults} map={wide ? null : map} onChange={setForm} />
            {record && (
              <section className={classes.reason}>
                <Textarea
                  id={fieldId('reason')}
                  size="sm"
                  autosize
                  minRows={2}
                  maxRows={6}
                  withAsterisk
                  aria-required
                  maxLength={500}
                  label={t('reason')}
                  description={t('reasonNote')}
                  value={reason}
                  error={faults.has('reason') && t('fault.required')}
                  onChange={({ currentTarget }) => setReason(currentTarget.value)}
                />
              </section>
            )}
          </form>
        </div>
        {wide && map}
      </div>
      <div className={classes.actions}>
        <Button variant="default" size="sm" onClick={onBack}>
          {t('back')}
        </Button>
        <Button size="sm" loading={saving.isPending} aria-keyshortcuts={ariaOf('formSave')} onClick={save}>
          {t(record ? 'save' : 'add')}
        </Button>
      </div>
    </div>
  );
}

function takeField(form: TargetForm, theirs: TargetForm, name: FieldName): TargetForm {
  if (name === 'sources') return { ...form, sources: theirs.sources };
  return { ...form, texts: { ...form.texts, [name]: theirs.texts[name] ?? '' } };
}
