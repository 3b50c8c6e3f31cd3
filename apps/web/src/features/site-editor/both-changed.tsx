import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldName } from '../../lib/target-fields.ts';
import classes from './site-editor.module.css';
import { partOf, type TargetForm } from './target-form.ts';

interface BothChangedProps {
  /** As it stands now. */
  readonly theirs: TargetForm;
  /** Fields that both changed. */
  readonly both: readonly FieldName[];
  readonly onTake: (name: FieldName) => void;
}

/** Says that somebody else has saved meanwhile, and what of theirs the form would overwrite. */
export function BothChanged({ both, onTake, theirs }: BothChangedProps) {
  const { t } = useTranslation('siteEditor');
  return (
    <Alert color="yellow" variant="light" role="alert">
      <p className={classes.stale}>{t('changedMeanwhile')}</p>
      {both.length > 0 && (
        <>
          <p className={classes.stale}>{t('both')}</p>
          <ul className={classes.both}>
            {both.map((name) => (
              <li key={name}>
                <b>{t(`fields.${name}`)}</b>
                <span>{t('theirs', { value: partOf(theirs, name) || t('emptyValue') })}</span>
                <Button size="compact-sm" variant="default" onClick={() => onTake(name)}>
                  {t('takeTheirs', { field: t(`fields.${name}`) })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
