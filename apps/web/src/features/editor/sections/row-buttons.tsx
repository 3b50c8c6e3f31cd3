import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import classes from '../editor.module.css';

export function AddButton({
  children,
  onClick,
  ref,
}: {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <Button
      ref={ref ?? null}
      className={classes.add ?? ''}
      variant="default"
      leftSection={<IconPlus size={14} stroke={1.5} aria-hidden="true" />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

export function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <ActionIcon className={classes.remove ?? ''} size={32} aria-label={label} title={label} onClick={onClick}>
      <IconTrash size={16} stroke={1.5} />
    </ActionIcon>
  );
}
