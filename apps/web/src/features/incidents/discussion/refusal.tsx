import { useTranslation } from 'react-i18next';
import classes from './record-discussion.module.css';

/** Why something was not done; nothing where it was. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation('discussion');
  if (error === null) return null;
  return (
    <p className={classes.refusal} role="alert">
      {t('failed', { reason: error.message })}
    </p>
  );
}
