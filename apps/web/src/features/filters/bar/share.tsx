import type { Filter } from '@corridor/domain';
import { Popover, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../../../components/bar-button.tsx';
import { useScreenFilter } from '../../../lib/view/screen-filter.ts';
import { formatSearchText } from '../../../lib/view/search-text.ts';
import { patchSearch } from '../../../lib/view/view.ts';
import { viewStore } from '../../../lib/view/view-store.ts';
import classes from './bar.module.css';

const SHOWN_MS = 2500;

/** Copies a link in which everything is spelled out, also what the screen assumes: it will not change with the data. */
export const Share = memo(function Share() {
  const { t } = useTranslation('filters');
  const { filter } = useScreenFilter();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(explicitLink(filter));
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const copied = state === 'copied';
  return (
    <>
      <Popover
        opened={state === 'failed'}
        onChange={() => setState('idle')}
        position="bottom-end"
        width={360}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <BarButton
            icon={copied ? IconCheck : IconLink}
            label={copied ? t('share.copied') : t('share.button')}
            onClick={() => void copy()}
          />
        </Popover.Target>
        <Popover.Dropdown className={classes.surface ?? ''} aria-label={t('share.link')}>
          <TextInput
            readOnly
            size="xs"
            label={t('share.failed')}
            aria-label={t('share.link')}
            value={explicitLink(filter)}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Popover.Dropdown>
      </Popover>
      <VisuallyHidden role="status">{copied ? t('share.copied') : ''}</VisuallyHidden>
    </>
  );
});

function explicitLink(filter: Filter): string {
  const { origin, pathname } = window.location;
  return origin + pathname + formatSearchText(patchSearch(viewStore.read().search, { filter }));
}
