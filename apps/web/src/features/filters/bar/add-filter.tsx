import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTER_PARTS, type FilterPart } from '../filter-part.ts';
import classes from './bar.module.css';

/** Every part of a filter, by name; choosing one opens its editor. */
export const AddFilter = memo(function AddFilter({ onChoose }: { readonly onChoose: (part: FilterPart) => void }) {
  const { t } = useTranslation('filters');
  return (
    <Menu
      position="bottom-start"
      width={220}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: classes.surface ?? '' }}
      returnFocus={false}
    >
      <Menu.Target>
        <Button
          className={classes.add ?? ''}
          data-add-filter
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.5} />}
        >
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FILTER_PARTS.map((part) => (
          <Menu.Item key={part} onClick={() => onChoose(part)}>
            {t(`part.${part}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
