import type { SourceChanges } from '@corridor/domain';
import { Alert, Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api/fetch-json.ts';
import { correctSource, type SourceDetail } from '../../lib/api/targets.ts';
import classes from './sources.module.css';

const PARTS = ['publisher', 'title', 'url', 'date', 'basedOn'] as const;

interface SourceFormProps {
  readonly source: SourceDetail;
  readonly onCorrected: (id: string) => void;
}

/** Corrects a source. Says before how many records that reaches. */
export function SourceForm({ onCorrected, source }: SourceFormProps) {
  const { t } = useTranslation('siteEditor');
  const queryClient = useQueryClient();
  const [texts, setTexts] = useState({ ...source, date: source.date ?? '' });
  const [reason, setReason] = useState('');
  const reached = source.citedBy.incidents.length + source.citedBy.sites.length;
  const changes: SourceChanges = {
    ...(texts.publisher === source.publisher ? {} : { publisher: texts.publisher }),
    ...(texts.title === source.title ? {} : { title: texts.title }),
    ...(texts.url === source.url ? {} : { url: texts.url }),
    ...(texts.date === (source.date ?? '') ? {} : { date: texts.date || null }),
    ...(texts.basedOn === source.basedOn ? {} : { basedOn: texts.basedOn }),
  };
  const saving = useMutation({
    networkMode: 'always',
    mutationFn: () => correctSource(source.id, source.version, { reason: reason.trim(), changes }),
    onSuccess: async ({ id }) => {
      setReason('');
      await queryClient.invalidateQueries();
      onCorrected(id);
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.status === 412)
        await queryClient.invalidateQueries({ queryKey: ['source'] });
    },
  });
  const faultOf = (part: string) =>
    saving.error instanceof ApiError && saving.error.invalid.find(({ name }) => name.endsWith(part))?.reason;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending) saving.mutate();
      }}
    >
      {PARTS.map((part) => (
        <TextInput
          key={part}
          size="sm"
          type={part === 'date' ? 'date' : 'text'}
          label={part === 'basedOn' ? t('register.basedOn') : t(`source.${part}`)}
          value={texts[part]}
          error={faultOf(part)}
          onChange={({ currentTarget: { value } }) => setTexts({ ...texts, [part]: value })}
        />
      ))}
      <Textarea
        size="sm"
        autosize
        minRows={2}
        withAsterisk
        maxLength={500}
        label={t('reason')}
        value={reason}
        error={faultOf('reason')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {saving.error && (
        <Alert color="red" variant="light" role="alert">
          {saving.error instanceof ApiError && saving.error.status === 412
            ? t('register.stale')
            : t('failed', { reason: saving.error.message })}
        </Alert>
      )}
      <p className={classes.note}>{t('register.reaches', { count: reached })}</p>
      <Button
        type="submit"
        size="sm"
        loading={saving.isPending}
        disabled={Object.keys(changes).length === 0 || reason.trim() === ''}
      >
        {t('register.correct')}
      </Button>
    </form>
  );
}
