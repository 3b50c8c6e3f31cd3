import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import form from '../access-form.module.css';
import { SecretField } from '../secret-field.tsx';
import type { Invited } from './listed-people.ts';

interface LinkShownProps {
  readonly invited: Invited;
  readonly onClose: () => void;
}

/** Shows a link the one time. */
export function LinkShown({ invited: { link, person }, onClose }: LinkShownProps) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const { name } = person;
  return (
    <Dialog title={t('people.linkTitle', { name })} shownOnce onClose={onClose}>
      <div className={form.form}>
        <p className={form.question}>{t('people.linkText', { name, moment: format.moment(link.expiresAt) })}</p>
        <SecretField label={t('people.link')} value={window.location.origin + link.path} />
        <div className={form.buttons}>
          <Button variant="default" size="sm" onClick={onClose}>
            {t('done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
