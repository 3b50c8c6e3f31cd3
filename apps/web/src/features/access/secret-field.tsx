import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './secret-field.module.css';

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
}

/** A text that is shown once, with a button that copies it; where the browser does not allow that, it selects it. */
export function SecretField({ label, value }: SecretFieldProps) {
  const { t } = useTranslation('access');
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'selected'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      input.current?.select();
      setState('selected');
    }
  };
  const copied = state === 'copied';
  return (
    <div>
      <div className={classes.row}>
        <TextInput
          ref={input}
          className={classes.value ?? ''}
          size="sm"
          label={label}
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          size="sm"
          data-autofocus
          leftSection={copied ? <IconCheck size={16} stroke={1.5} /> : <IconCopy size={16} stroke={1.5} />}
          onClick={() => void copy()}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
      {state === 'selected' && (
        <p className={classes.note} role="status">
          {t('copyFailed')}
        </p>
      )}
      <VisuallyHidden role="status">{copied ? t('copied') : ''}</VisuallyHidden>
    </div>
  );
}
