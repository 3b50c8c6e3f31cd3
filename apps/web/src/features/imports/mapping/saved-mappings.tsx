import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import base from '../../../components/data-table.module.css';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm, FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { deleteMapping, mappingsQuery } from '../../../lib/api/import-mappings.ts';
import classes from '../imports.module.css';

/** The mappings that were saved, each to be deleted; nothing where there is none. */
export function SavedMappings() {
  const { t } = useTranslation('imports');
  const { data } = useQuery(mappingsQuery);
  const [asked, ask] = useState<string | null>(null);
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes.part}>
      <h2>{t('mappings.heading')}</h2>
      <p className={classes.note}>{t('mappings.note')}</p>
      <table className={`${base.table} ${classes.table} ${classes.saved}`}>
        <caption className={base.caption}>{t('mappings.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mapping.name')}</th>
            <th scope="col">{t('mapping.origin')}</th>
            <th scope="col">
              <span className={base.caption}>{t('mappings.delete')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ mapping, name }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{mapping.origin}</td>
              <td>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-haspopup="dialog"
                  aria-label={t('mappings.deleteNamed', { name })}
                  onClick={() => ask(name)}
                >
                  {t('mappings.delete')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked !== null && <DeleteDialog name={asked} onClose={() => ask(null)} />}
    </section>
  );
}

function DeleteDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation('imports');
  const queryClient = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deleteMapping(name),
    onSuccess: onClose,
    onSettled: () => queryClient.invalidateQueries(mappingsQuery),
  });
  return (
    <Dialog title={t('mappings.deleteNamed', { name })} onClose={onClose}>
      <DialogForm
        submit={t('mappings.deleteSubmit')}
        canSubmit
        isPending={deleting.isPending}
        onSubmit={() => deleting.mutate()}
        onCancel={onClose}
      >
        <FormText>{t('mappings.deleteText')}</FormText>
        {deleting.error && <FormRefusal>{t('refused', { reason: deleting.error.message })}</FormRefusal>}
      </DialogForm>
    </Dialog>
  );
}
