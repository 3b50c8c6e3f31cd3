import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewIssues } from '../../lib/view/use-view.ts';

/** Says which parts of a pasted link were not understood; everything else of it stands. */
export function LinkIssues() {
  const { t } = useTranslation(['shell', 'common']);
  const issues = useViewIssues();
  const text = issues.map(({ name, reason }) => t('shell:issues.line', { name, reason })).join(' ');
  const [closed, setClosed] = useState('');
  if (text === '' || closed === text) return null;
  return (
    <Alert
      variant="light"
      color="yellow"
      radius={0}
      p="xs"
      title={t('shell:issues.title')}
      withCloseButton
      closeButtonLabel={t('common:close')}
      onClose={() => setClosed(text)}
      role="alert"
    >
      {text}
    </Alert>
  );
}
