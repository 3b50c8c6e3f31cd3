import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/api/me.ts';
import type { IncidentDetail } from '../../lib/api/record.ts';
import { MergeDialog, type Merged } from './merging/merge-dialog.tsx';
import classes from './record-actions.module.css';
import { SplitDialog } from './splitting/split-dialog.tsx';

interface RecordActionsProps {
  readonly record: IncidentDetail;
  readonly onMerged: (merged: Merged) => void;
  readonly onSplit: (part: IncidentDetail) => void;
}

/** What is seldom done with a record, for those who may; nothing for others, of the past, and of merged doubles. */
export function RecordActions({ onMerged, onSplit, record }: RecordActionsProps) {
  const { t } = useTranslation(['merging', 'splitting']);
  const { may } = useMe();
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const target = useRef<HTMLButtonElement>(null);
  if (!may('incidents.edit') || record.mergedInto !== null) return null;
  const close = () => {
    setOpen(null);
    target.current?.focus();
  };
  return (
    <>
      <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            ref={target}
            variant="default"
            size="compact-xs"
            aria-label={t('merging:moreOf')}
            leftSection={<IconDots size={14} stroke={1.5} />}
          >
            {t('merging:more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu ?? ''}>
          <Menu.Item onClick={() => setOpen('merge')}>{t('merging:action')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('split')}>{t('splitting:action')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'merge' && (
        <MergeDialog
          first={record.id}
          second={null}
          onClose={close}
          onMerged={(merged) => {
            close();
            onMerged(merged);
          }}
        />
      )}
      {open === 'split' && (
        <SplitDialog
          record={record}
          onClose={close}
          onSplit={(part) => {
            close();
            onSplit(part);
          }}
        />
      )}
    </>
  );
}
