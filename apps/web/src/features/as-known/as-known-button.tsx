import { Button, Group, Popover, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../../components/bar-button.tsx';
import { useEngine } from '../../engine/engine-context.tsx';
import { useView } from '../../lib/view/use-view.ts';
import classes from './as-known.module.css';
import { AGO, momentAgo, readFieldText, toFieldText } from './moments.ts';

/** Chooses the moment that the whole dashboard is shown of. */
export const AsKnownButton = memo(function AsKnownButton() {
  const { t } = useTranslation('asKnown');
  const [open, setOpen] = useState(false);
  const { patch } = useView();
  const choose = (asOf: string | undefined) => {
    setOpen(false);
    patch({ asOf });
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <BarButton icon={IconHistory} label={t('button')} aria-expanded={open} onClick={() => setOpen(!open)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={t('button')}>
        {open && <MomentForm choose={choose} />}
      </Popover.Dropdown>
    </Popover>
  );
});

function MomentForm({ choose }: { readonly choose: (asOf: string | undefined) => void }) {
  const { t } = useTranslation('asKnown');
  const { info } = useEngine();
  const [now] = useState(() => Date.now());
  const shown = info?.moment?.at;
  const [text, setText] = useState(() => toFieldText(shown ? Date.parse(shown) : now - (now % 60_000)));
  const read = readFieldText(text, now);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if ('moment' in read) choose(read.moment);
      }}
    >
      <p className={classes.what}>{t('what')}</p>
      <TextInput
        type="datetime-local"
        size="xs"
        label={t('moment')}
        value={text}
        max={toFieldText(now)}
        error={'fault' in read ? t(`fault.${read.fault}`) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6} mt={8}>
        {AGO.map((ago) => (
          <Button key={ago} size="compact-sm" variant="default" fw={500} onClick={() => choose(momentAgo(ago, now))}>
            {t(`ago.${ago}`)}
          </Button>
        ))}
      </Group>
      <Group gap={6} mt={12} justify="flex-end">
        {info?.moment && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose(undefined)}>
            {t('back')}
          </Button>
        )}
        <Button type="submit" size="compact-sm" disabled={'fault' in read}>
          {t('show')}
        </Button>
      </Group>
    </form>
  );
}
