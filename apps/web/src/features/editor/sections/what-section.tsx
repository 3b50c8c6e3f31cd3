import { ACTOR_CLAIMS, EVENT_TYPES, type EventType, SUB_EVENT_TYPES, TARGET_TYPES } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../components/form-section.tsx';
import classes from '../editor.module.css';
import { ChoiceField, TextAreaField, TextField } from '../field.tsx';
import { usePart } from '../form-context.ts';
import { useRows } from '../use-rows.ts';
import { newActor } from '../values/form-values.ts';
import { ActorField } from './actor-field.tsx';
import { AddButton, RemoveButton } from './row-buttons.tsx';

/** What happened, who is held to have done it, and at what it was aimed. */
export function WhatSection() {
  const { t } = useTranslation('editor');
  const [title, setTitle] = usePart('title');
  const [summary, setSummary] = usePart('summary');
  return (
    <FormSection title={t('section.what')}>
      <div className={classes.grid}>
        <TextField
          path="title"
          label={t('label.title')}
          value={title}
          onChange={setTitle}
          required
          autoFocus
          placeholder={t('titleExample')}
        />
        <TypeFields />
        <TargetFields />
        <Actors />
        <TextAreaField path="summary" label={t('label.summary')} value={summary} onChange={setSummary} />
      </div>
    </FormSection>
  );
}

function TypeFields() {
  const { t } = useTranslation(['editor', 'taxonomy']);
  const [eventType, setEventType] = usePart('eventType');
  const [subEventType, setSubEventType] = usePart('subEventType');
  const type = EVENT_TYPES.find((one) => one === eventType);
  return (
    <>
      <ChoiceField
        className={classes.half}
        path="eventType"
        label={t('editor:label.eventType')}
        value={eventType}
        onChange={(next) => {
          setEventType(next);
          setSubEventType('');
        }}
        required
        options={EVENT_TYPES.map((value) => ({ value, label: t(`taxonomy:type.${value}`) }))}
      />
      <ChoiceField
        className={classes.half}
        path="subEventType"
        label={t('editor:label.subEventType')}
        value={subEventType}
        onChange={setSubEventType}
        required
        disabled={type === undefined}
        nothing={type === undefined ? t('editor:typeFirst') : undefined}
        options={subTypesOf(type).map((value) => ({ value, label: value }))}
      />
    </>
  );
}

function subTypesOf(type: EventType | undefined): readonly string[] {
  return type === undefined ? [] : SUB_EVENT_TYPES[type];
}

function TargetFields() {
  const { t } = useTranslation(['editor', 'taxonomy']);
  const [targetType, setTargetType] = usePart('targetType');
  const [target, setTarget] = usePart('target');
  return (
    <>
      <ChoiceField
        className={classes.half}
        path="targetType"
        label={t('editor:label.targetType')}
        value={targetType}
        onChange={setTargetType}
        required
        options={TARGET_TYPES.map((value) => ({ value, label: t(`taxonomy:targetType.${value}`) }))}
      />
      <TextField
        className={classes.half}
        path="target"
        label={t('editor:label.target')}
        value={target}
        onChange={setTarget}
        placeholder={t('editor:targetExample')}
      />
    </>
  );
}

function Actors() {
  const { t } = useTranslation(['editor', 'taxonomy']);
  const { rows, add, change, remove, addRef } = useRows('actors');
  return (
    <fieldset className={classes.rows} id="field-actors" tabIndex={-1}>
      <legend>{t('editor:list.actors')}</legend>
      {rows.map((actor, index) => (
        <div key={actor.key} className={classes.actorRow}>
          <ActorField index={index} value={actor.name} onChange={(name) => change(index, { ...actor, name })} />
          <ChoiceField
            path={`actors.${index}.claim`}
            label=""
            aria-label={t('editor:rowField', {
              row: t('editor:row.actors', { row: index + 1 }),
              field: t('editor:rowPart.claim'),
            })}
            value={actor.claim}
            onChange={(claim) => change(index, { ...actor, claim })}
            options={ACTOR_CLAIMS.map((value) => ({ value, label: t(`taxonomy:claim.${value}`) }))}
          />
          <RemoveButton
            label={t('editor:remove', { what: t('editor:row.actors', { row: index + 1 }) })}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      {rows.length === 0 && <p className={classes.hint}>{t('editor:noActors')}</p>}
      <AddButton ref={addRef} onClick={() => add(newActor())}>
        {t('editor:add.actors')}
      </AddButton>
    </fieldset>
  );
}
