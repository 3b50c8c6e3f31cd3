import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/api/me.ts';

/** The way to add a site or route, for those who may. */
export function NewSiteMenu() {
  const { t } = useTranslation('siteEditor');
  const { may } = useMe();
  if (!may('sites.edit')) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="xs" variant="default" ms="auto" leftSection={<IconPlus size={16} stroke={1.5} />}>
          {t('new.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/sites/new" search>
          {t('new.site')}
        </Menu.Item>
        <Menu.Item component={Link} to="/routes/new" search>
          {t('new.route')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
