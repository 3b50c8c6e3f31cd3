import { broughtBy } from '@corridor/domain';
import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { DialogForm, FormRefusal, FormText } from '../../../components/dialog-form.tsx';
import { commitImport, endImport, type ImportDetail, importQuery, importsQuery } from '../../../lib/api/imports.ts';
import { useFormat } from '../../../lib/use-format.ts';
import classes from '../imports.module.css';
import { uploadedFile } from '../uploaded-files.ts';

type Act = 'commit' | 'cancel' | 'undo';

/** What can be done with an import as it stands. */
export function ImportActions({ detail }: { readonly detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [brings, setBrings] = useState(false);
  const [asks, setAsks] = useState(false);
  const acting = useActing(detail.id, brings, () => setAsks(false));
  const { mappingName, state } = detail;
  const count = committedBy(detail, brings);
  const does = (act: Act) => ({
    size: 'sm',
    loading: acting.isPending && acting.variables === act,
    disabled: acting.isPending && acting.variables !== act,
    onClick: () => acting.mutate(act),
  });
  return (
    <div className={classes.actions}>
      {state === 'reported' && detail.counts.duplicate > 0 && (
        <Checkbox
          size="sm"
          label={t('bring')}
          checked={brings}
          onChange={({ currentTarget }) => setBrings(currentTarget.checked)}
        />
      )}
      <div className={classes.buttons}>
        {state === 'reported' && count > 0 && (
          <Button {...does('commit')}>{t('commit', { count, formatted: format.count(count) })}</Button>
        )}
        {(state === 'reading' || state === 'reported' || state === 'committing') && (
          <Button variant="default" {...does('cancel')}>
            {t(state === 'committing' ? 'cancelCommit' : 'cancel')}
          </Button>
        )}
        {state === 'committed' && (
          <Button variant="default" size="sm" onClick={() => setAsks(true)}>
            {t('undo')}
          </Button>
        )}
        {mappingName !== null && mayCorrect(state) && (
          <Button
            variant="default"
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/imports"
                search={(search) => search}
                state={{ corrects: { mapping: mappingName, importId: detail.id, file: detail.file } }}
                {...props}
              />
            )}
          >
            {t('correct')}
          </Button>
        )}
        {(state === 'failed' || state === 'cancelled' || state === 'undone') && (
          <Button
            variant="default"
            size="sm"
            renderRoot={(props) => <Link to="/imports" search={(search) => search} {...props} />}
          >
            {t('again')}
          </Button>
        )}
      </div>
      {state === 'reported' && count === 0 && <p className={classes.text}>{t('nothingToCommit')}</p>}
      {mappingName !== null && mayCorrect(state) && (
        <p className={classes.note}>
          {t(uploadedFile(detail.id) ? 'correctKnownNote' : 'correctNote', { name: mappingName, file: detail.file })}
        </p>
      )}
      {acting.error && !asks && <FormRefusal>{t('refused', { reason: acting.error.message })}</FormRefusal>}
      {asks && (
        <Dialog title={t('undoTitle')} onClose={() => setAsks(false)}>
          <DialogForm
            submit={t('undoSubmit')}
            canSubmit
            isPending={acting.isPending}
            onSubmit={() => acting.mutate('undo')}
            onCancel={() => setAsks(false)}
          >
            <FormText>{t('undoText', { count, formatted: format.count(count) })}</FormText>
            <FormText>{t('undoKept')}</FormText>
            {acting.error && <FormRefusal>{t('refused', { reason: acting.error.message })}</FormRefusal>}
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}

/** Whether nothing of it came in yet, and its mapping may be why. */
const mayCorrect = (state: ImportDetail['state']) => state === 'failed' || state === 'reported';

/** How many records a commit would bring or change. */
function committedBy({ counts }: ImportDetail, brings: boolean): number {
  return broughtBy(counts) + (brings ? counts.duplicate : 0);
}

/** Whatever comes of it, the import is shown as it stands then; what the answer says at once, whatever is asked next. */
function useActing(id: number, brings: boolean, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => (act === 'commit' ? commitImport(id, brings ? 'bring' : 'leave') : endImport(id, act)),
    onSuccess: (detail) => {
      queryClient.setQueriesData<ImportDetail>({ queryKey: queryKeyOfImport(id) }, (shown) =>
        shown ? { ...shown, ...withoutIssues(detail) } : undefined,
      );
      onDone();
    },
    // Not awaited: a store that is busy with the import answers late, and the next act should not wait for that.
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeyOfImport(id) });
      void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey });
    },
  });
}

/** Of the import, whichever issues are shown of it. */
const queryKeyOfImport = (id: number) => importQuery(String(id), null).queryKey.slice(0, -1);

/** Those of an answer are of all kinds. */
function withoutIssues({ issues, ...detail }: ImportDetail): Omit<ImportDetail, 'issues'> {
  return detail;
}
