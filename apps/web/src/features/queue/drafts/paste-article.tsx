import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm, FormRefusal } from '../../../components/dialog-form.tsx';
import { draftsKey, handInArticle } from '../../../lib/api/drafts.ts';
import classes from './drafts.module.css';
import { PasteResult } from './paste-result.tsx';

export interface PasteArticleProps {
  readonly onOpen: (draft: string) => void;
  readonly onClose: () => void;
}

const WAYS = ['text', 'address'] as const;
const MAX_TEXT = 200_000;
const MAX_ADDRESS = 2000;

/** Hands in an article by its text or its address, and shows what came out of it. */
export function PasteArticle({ onClose, onOpen }: PasteArticleProps) {
  const { t } = useTranslation('queue');
  const queryClient = useQueryClient();
  const [way, setWay] = useState<(typeof WAYS)[number]>('text');
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const [published, setPublished] = useState('');
  const where = address.trim();
  const reading = useMutation({
    mutationFn: handInArticle,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: draftsKey }),
  });
  const byText = way === 'text';
  const choose = (next: (typeof WAYS)[number]) => {
    reading.reset();
    setWay(next);
  };
  if (reading.data) {
    const again = () => {
      reading.reset();
      setText('');
      setAddress('');
    };
    return <PasteResult read={reading.data} onOpen={onOpen} onAnother={again} onClose={onClose} />;
  }
  return (
    <DialogForm
      submit={t('drafts.submit')}
      canSubmit={byText ? text.trim() !== '' : where !== ''}
      isPending={reading.isPending}
      onSubmit={() =>
        reading.mutate({
          ...(byText && { text }),
          ...(where !== '' && { address: where }),
          ...(published !== '' && { published }),
        })
      }
      onCancel={onClose}
    >
      <SegmentedControl
        size="xs"
        aria-label={t('drafts.pasteBy')}
        value={way}
        onChange={(value) => choose(WAYS.find((one) => one === value) ?? 'text')}
        data={WAYS.map((value) => ({ value, label: t(`drafts.by.${value}`) }))}
      />
      {byText && (
        <Textarea
          data-autofocus
          size="sm"
          label={t('drafts.text')}
          description={t('drafts.textNote')}
          dir="auto"
          autosize
          minRows={8}
          maxRows={14}
          maxLength={MAX_TEXT}
          withAsterisk
          aria-required
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <TextInput
        size="sm"
        type="url"
        label={t('drafts.address')}
        description={t(byText ? 'drafts.whereNote' : 'drafts.addressNote')}
        maxLength={MAX_ADDRESS}
        withAsterisk={!byText}
        aria-required={!byText}
        value={address}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <TextInput
        size="sm"
        type="date"
        label={t('drafts.publishedOn')}
        description={t('drafts.publishedNote')}
        value={published}
        onChange={({ currentTarget }) => setPublished(currentTarget.value)}
      />
      {reading.error && (
        <FormRefusal>
          <p>{t('drafts.pasteFailed', { reason: reading.error.message })}</p>
          {!byText && (
            <p className={classes.instead}>
              {t('drafts.howInstead')}
              <Button variant="default" size="compact-sm" onClick={() => choose('text')}>
                {t('drafts.pasteText')}
              </Button>
            </p>
          )}
        </FormRefusal>
      )}
    </DialogForm>
  );
}
