import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import {
  IconCheck,
  IconChevronDown,
  IconChevronUp,
  IconLink,
  IconMap2,
  IconPencil,
  IconTable,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { patchSearch, type ViewSearch } from '../../lib/view/view.ts';
import classes from './record.module.css';

/** The same record on the other page that shows records. */
export type Elsewhere = 'map' | 'incidents';

export interface RecordStepProps {
  /** Place of the record in the list beside it, from 0; null where the list does not hold it, undefined until that is known. */
  readonly position: number | null | undefined;
  /** Length of that list; null while it is not known. */
  readonly count: number | null;
  /** Null where the record stands alone, beside something that is no list. */
  readonly onStep: ((by: 1 | -1) => void) | null;
  readonly onClose: () => void;
  readonly elsewhere: Elsewhere;
}

interface RecordHeaderProps extends RecordStepProps {
  readonly at: { readonly longitude: number; readonly latitude: number } | null;
  /** The record, where the reader may change it. */
  readonly editId: string | null;
}

export function RecordHeader({ position, count, onStep, onClose, elsewhere, at, editId }: RecordHeaderProps) {
  const { t } = useTranslation(['incidents', 'common']);
  const format = useFormat();
  const icon = { size: 16, stroke: 1.5 };
  if (onStep === null) return <LoneHeader onClose={onClose} />;
  return (
    <div className={classes.header}>
      <span className={classes.position}>
        {typeof position === 'number' &&
          count !== null &&
          t('incidents:record.position', { position: format.count(position + 1), count: format.count(count) })}
        {position === null && t('incidents:record.notListed')}
      </span>
      <ActionIcon
        size={24}
        aria-label={t('incidents:record.previous')}
        disabled={typeof position !== 'number' || position === 0}
        onClick={() => onStep(-1)}
      >
        <IconChevronUp {...icon} />
      </ActionIcon>
      <ActionIcon
        size={24}
        aria-label={t('incidents:record.next')}
        disabled={typeof position !== 'number' || count === null || position >= count - 1}
        onClick={() => onStep(1)}
      >
        <IconChevronDown {...icon} />
      </ActionIcon>
      <Button
        className={classes.elsewhere ?? ''}
        variant="subtle"
        color="gray"
        leftSection={elsewhere === 'map' ? <IconMap2 {...icon} /> : <IconTable {...icon} />}
        renderRoot={(props) => (
          <Link
            to={`/${elsewhere}`}
            search={(search: ViewSearch) => elsewhereSearch(search, elsewhere, at)}
            {...props}
          />
        )}
      >
        {t(`incidents:record.elsewhere.${elsewhere}`)}
      </Button>
      {editId !== null && <EditLink id={editId} />}
      <CopyLink />
      <ActionIcon size={24} aria-label={t('incidents:record.close')} data-autofocus onClick={onClose}>
        <IconX {...icon} />
      </ActionIcon>
    </div>
  );
}

function LoneHeader({ onClose }: Pick<RecordStepProps, 'onClose'>) {
  const { t } = useTranslation('incidents');
  return (
    <div className={classes.header} data-lone="">
      <b>{t('record.beside')}</b>
      <ActionIcon size={24} aria-label={t('record.close')} data-autofocus onClick={onClose}>
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}

function EditLink({ id }: { readonly id: string }) {
  const { t } = useTranslation('incidents');
  return (
    <Tooltip label={t('record.edit')}>
      <ActionIcon
        className={classes.edit ?? ''}
        size={24}
        aria-label={t('record.edit')}
        renderRoot={(props) => (
          <Link to="/incidents/$id/edit" params={{ id }} search={(search: ViewSearch) => search} {...props} />
        )}
      >
        <IconPencil size={16} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

const CLOSE_ZOOM = 9;

/** The map opens where the incident lies; a place known only to its province moves nothing. */
function elsewhereSearch(
  search: ViewSearch,
  elsewhere: Elsewhere,
  at: { readonly longitude: number; readonly latitude: number } | null,
): ViewSearch {
  return elsewhere === 'map' && at ? patchSearch(search, { at: { ...at, zoom: CLOSE_ZOOM } }) : search;
}

function CopyLink() {
  const { t } = useTranslation('incidents');
  const { copy, copied, error } = useClipboard();
  const label = error ? t('record.copyFailed') : copied ? t('record.copied') : t('record.copy');
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={() => copy(window.location.href)}>
        {copied ? <IconCheck size={16} stroke={1.5} /> : <IconLink size={16} stroke={1.5} />}
      </ActionIcon>
    </Tooltip>
  );
}
