import { UnstyledButton } from '@mantine/core';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/key-cap.tsx';
import { useKeyWords } from '../../lib/keys/use-key-words.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import classes from './search.module.css';
import { SearchResults } from './search-results.tsx';

/** Search everywhere: a field that a key opens over any page. */
export function SearchButton() {
  const { t } = useTranslation('shell');
  const [query, setQuery] = useState('');
  const { ariaOf } = useKeyWords();
  useKeys({ search: () => spotlight.open() });
  return (
    <>
      <UnstyledButton
        className={classes.button ?? ''}
        aria-keyshortcuts={ariaOf('search')}
        aria-haspopup="dialog"
        onClick={spotlight.open}
      >
        <IconSearch size={16} stroke={1.5} aria-hidden="true" />
        <span>{t('search')}</span>
        <KeyCap command="search" />
      </UnstyledButton>
      <Spotlight.Root
        query={query}
        onQueryChange={setQuery}
        shortcut={null}
        scrollable
        maxHeight={480}
        size={600}
        title={t('search')}
        overlayProps={{ blur: 0 }}
        classNames={{ action: classes.action ?? '', content: classes.content ?? '', header: classes.header ?? '' }}
      >
        <Spotlight.Search
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<IconSearch size={16} stroke={1.5} />}
        />
        <Suspense fallback={null}>
          <SearchResults search={query.trim()} />
        </Suspense>
      </Spotlight.Root>
    </>
  );
}
