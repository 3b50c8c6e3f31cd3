import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.tsx';
import { PasteArticle, type PasteArticleProps } from './paste-article.tsx';

/** Hands in an article without leaving the list. */
export function PasteDialog(props: PasteArticleProps) {
  const { t } = useTranslation('queue');
  return (
    <Dialog title={t('drafts.pasteTitle')} wide onClose={props.onClose}>
      <PasteArticle {...props} />
    </Dialog>
  );
}
