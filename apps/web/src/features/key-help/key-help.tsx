import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/api/me.ts';
import { KEY_SCREENS, type KeyScreen } from '../../lib/keys/key-commands.ts';
import { keyScreenOf } from '../../lib/keys/key-screen.ts';
import { useKeyWords } from '../../lib/keys/use-key-words.ts';
import { useKeys } from '../../lib/keys/use-keys.ts';
import classes from './key-help.module.css';
import { KeyTable } from './key-table.tsx';
import { everywhereCommands, screenCommands } from './screen-commands.ts';

/** What the keys do: those of this page, then those of every page, then the others. */
export function KeyHelp() {
  const { t } = useTranslation(['keys', 'common']);
  const { ariaOf, wordsOf } = useKeyWords();
  const [isOpen, setOpen] = useState(false);
  useKeys({ help: () => setOpen(true) });
  const label = t('keys:open', { key: wordsOf('help')[0] });
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon
          size={28}
          aria-label={label}
          aria-haspopup="dialog"
          aria-keyshortcuts={ariaOf('help')}
          onClick={() => setOpen(true)}
        >
          <IconKeyboard size={17} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size={640}
        title={t('keys:title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
        classNames={{ title: classes.title ?? '' }}
      >
        <Keys />
      </Modal>
    </>
  );
}

function Keys() {
  const { t } = useTranslation('keys');
  const { may } = useMe();
  const here = keyScreenOf(useLocation({ select: ({ pathname }) => pathname }));
  const others = KEY_SCREENS.filter((screen) => screen !== here && screenCommands(screen, may).length > 0);
  return (
    <div className={classes.keys}>
      {here && <ScreenKeys screen={here} />}
      <section>
        <h3>{t('everywhere')}</h3>
        <KeyTable label={t('everywhere')} commands={everywhereCommands(may)} />
      </section>
      <p className={classes.note}>{t('note')}</p>
      <section>
        <h3>{t('others')}</h3>
        {others.map((screen) => (
          <details key={screen}>
            <summary>{t(`screens.${screen}`)}</summary>
            <KeyTable label={t(`screens.${screen}`)} commands={screenCommands(screen, may)} />
          </details>
        ))}
      </section>
    </div>
  );
}

function ScreenKeys({ screen }: { readonly screen: KeyScreen }) {
  const { t } = useTranslation('keys');
  const { may } = useMe();
  const title = t('here', { page: t(`screens.${screen}`) });
  return (
    <section>
      <h3>{title}</h3>
      <KeyTable label={title} commands={screenCommands(screen, may)} />
    </section>
  );
}
