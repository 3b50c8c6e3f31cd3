import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refusal } from './refusal.tsx';
import { useWatching } from './use-discussing.ts';

interface WatchSwitchProps {
  readonly id: string;
  readonly watching: boolean;
}

export function WatchSwitch({ id, watching }: WatchSwitchProps) {
  const { t } = useTranslation('discussion');
  const changing = useWatching(id);
  return (
    <div>
      <Switch
        size="xs"
        label={t('watch')}
        checked={changing.isPending ? changing.variables : watching}
        onChange={({ currentTarget }) => {
          if (!changing.isPending) changing.mutate(currentTarget.checked);
        }}
      />
      <Refusal error={changing.error} />
    </div>
  );
}
