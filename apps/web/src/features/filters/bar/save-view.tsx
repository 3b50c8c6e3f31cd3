import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../../../components/bar-button.tsx';
import { formatSearchText } from '../../../lib/view/search-text.ts';
import { viewStore } from '../../../lib/view/view-store.ts';
import { addSavedView, readSavedViews, type SavedView, writeSavedViews } from '../saved-views.ts';
import classes from './bar.module.css';

/**
 * Names this view, and lists those that were named before. They stay in this browser. A phone has no room for it, unless it
 * was turned upright while a name was typed.
 */
export const SaveView = memo(function SaveView({ phone }: { readonly phone: boolean }) {
  const { t } = useTranslation('filters');
  const [opened, setOpened] = useState(false);
  if (phone && !opened) return null;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <BarButton icon={IconBookmark} label={t('save.button')} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.surface ?? ''} aria-label={t('save.button')}>
        <SavedViews onOpened={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
});

function SavedViews({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation('filters');
  const [views, setViews] = useState(() => readSavedViews(localStorage));
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const keep = (next: readonly SavedView[]) => {
    const kept = writeSavedViews(localStorage, next);
    if (kept) setViews(next);
    setFault(kept ? null : t('save.failed'));
    return kept;
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const title = name.trim();
    if (title === '') setFault(t('save.needsName'));
    else if (keep(addSavedView(views, { name: title, address: addressNow() }))) setName('');
  };
  return (
    <>
      <form onSubmit={save} noValidate>
        <Group gap={8} align="end" wrap="nowrap">
          <TextInput
            flex={1}
            size="xs"
            label={t('save.name')}
            maxLength={100}
            value={name}
            error={fault}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" size="xs">
            {t('save.submit')}
          </Button>
        </Group>
      </form>
      {views.length === 0 ? (
        <p className={classes.note}>{t('save.none')}</p>
      ) : (
        <ul className={classes.views} aria-label={t('save.saved')}>
          {views.map((view) => (
            <SavedViewRow
              key={view.name}
              view={view}
              onOpened={onOpened}
              onDelete={() => keep(views.filter((other) => other !== view))}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function addressNow(): string {
  return window.location.pathname + formatSearchText(viewStore.read().search);
}

interface SavedViewRowProps {
  readonly view: SavedView;
  readonly onOpened: () => void;
  readonly onDelete: () => void;
}

function SavedViewRow({ view: { name, address }, onOpened, onDelete }: SavedViewRowProps) {
  const { t } = useTranslation('filters');
  const router = useRouter();
  return (
    <li>
      <a
        href={address}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          router.history.push(address);
          onOpened();
        }}
      >
        {name}
      </a>
      <ActionIcon size={24} aria-label={t('save.delete', { name })} onClick={onDelete}>
        <IconTrash size={14} stroke={1.5} />
      </ActionIcon>
    </li>
  );
}
