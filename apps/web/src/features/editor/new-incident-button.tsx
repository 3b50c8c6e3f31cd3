import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/api/me.ts';
import { useKeyWords } from '../../lib/keys/use-key-words.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import classes from './new-incident-button.module.css';

interface NewIncidentButtonProps {
  /** What a change of page takes along. */
  readonly search: () => ViewSearch;
}

/** The way to file an incident, from any page, for those who may. */
export function NewIncidentButton({ search }: NewIncidentButtonProps) {
  const { may } = useMe();
  // What is filed is of today, whatever moment is looked at.
  const searchNow = () => patchSearch(search(), { asOf: undefined });
  return may('incidents.file') ? <NewIncidentLink search={searchNow} /> : null;
}

function NewIncidentLink({ search }: NewIncidentButtonProps) {
  const { t } = useTranslation('editor');
  const navigate = useNavigate();
  const { ariaOf, wordsOf } = useKeyWords();
  useKeys({ newIncident: () => void navigate({ to: '/incidents/new', search: search() }) });
  return (
    <Button
      className={classes.button ?? ''}
      variant="default"
      aria-keyshortcuts={ariaOf('newIncident')}
      title={t('newButton.title', { key: wordsOf('newIncident')[0] })}
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden="true" />}
      renderRoot={(props) => <Link to="/incidents/new" search={search} {...props} />}
    >
      <span className={classes.words}>{t('newButton.label')}</span>
    </Button>
  );
}
