import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PasteArticle } from '../../features/queue/drafts/paste-article.tsx';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import classes from './paste-page.module.css';

/** Hands in an article: also for those who decide on no draft. */
export function PastePage() {
  const { t } = useTranslation('queue');
  const navigate = useNavigate();
  return (
    <section className={classes.page}>
      <h2>{t('drafts.pasteTitle')}</h2>
      <PasteArticle
        onOpen={(draft) =>
          void navigate({
            to: '/queue',
            search: (search: ViewSearch) => patchSearch(search, { queueList: 'drafts', draft }),
          })
        }
        onClose={() => void navigate({ to: '/map', search: (search: ViewSearch) => search })}
      />
    </section>
  );
}
