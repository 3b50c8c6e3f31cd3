import { ROLES, type Role } from '@corridor/domain';
import { ActionIcon, Menu, Select } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import base from '../../../components/data-table.module.css';
import { useFormat } from '../../../lib/use-format.ts';
import { Tag } from '../item-list.tsx';
import type { ListedPerson } from './listed-people.ts';
import classes from './people.module.css';
import type { Asked } from './person-question.tsx';

interface PeopleTableProps {
  readonly people: readonly ListedPerson[];
  readonly ownId: string | undefined;
  /** A change of role that is under way. */
  readonly changing: { readonly person: ListedPerson; readonly role: Role } | null;
  readonly onRole: (person: ListedPerson, role: Role) => void;
  readonly onAsk: (asked: Asked) => void;
}

/** On a phone address and state stand under the name. */
export function PeopleTable({ people, ...rest }: PeopleTableProps) {
  const { t } = useTranslation('access');
  return (
    <table className={`${base.table} ${classes.table}`}>
      <caption className={base.caption}>{t('people.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className={classes.wide}>
            {t('email')}
          </th>
          <th scope="col" className={classes.role}>
            {t('roleLabel')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('people.state')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('people.signsInBy')}
          </th>
          <th scope="col" className={classes.wide}>
            {t('people.since')}
          </th>
          <th scope="col" className={classes.actions}>
            <span className={base.caption}>{t('people.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

type PersonRowProps = Omit<PeopleTableProps, 'people'> & { readonly person: ListedPerson };

function PersonRow({ changing, onAsk, onRole, ownId, person }: PersonRowProps) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const { createdAt, email, id, name, role, signsInBy, state } = person;
  const by = signsInBy.map((way) => t(`people.by.${way}`)).join(', ');
  return (
    <tr data-off={state === 'deactivated' || undefined}>
      <th scope="row">
        <span className={classes.name}>
          <span title={name}>{name}</span>
          {id === ownId && <Tag strong>{t('people.you')}</Tag>}
          {state !== 'active' && (
            <span className={classes.narrow}>
              <Tag>{t(`people.states.${state}`)}</Tag>
            </span>
          )}
        </span>
        <span className={`${classes.email} ${classes.narrow}`} title={email}>
          {email}
        </span>
      </th>
      <td className={`${classes.wide} ${classes.address}`} title={email}>
        {email}
      </td>
      <td className={classes.role}>
        <Select
          size="xs"
          aria-label={t('people.roleOf', { name })}
          allowDeselect={false}
          value={changing?.person.id === id ? changing.role : role}
          disabled={changing !== null}
          data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(value) => {
            const chosen = ROLES.find((one) => one === value);
            if (chosen && chosen !== role) onRole(person, chosen);
          }}
        />
      </td>
      <td className={classes.wide}>
        {state === 'active' ? t('people.states.active') : <Tag>{t(`people.states.${state}`)}</Tag>}
      </td>
      <td className={classes.wide}>{by === '' ? '–' : by}</td>
      <td className={classes.wide}>{format.moment(createdAt)}</td>
      <td className={classes.actions}>
        <PersonMenu person={person} onAsk={onAsk} />
      </td>
    </tr>
  );
}

function PersonMenu({ onAsk, person }: Pick<PersonRowProps, 'person' | 'onAsk'>) {
  const { t } = useTranslation('access');
  const isOff = person.state === 'deactivated';
  return (
    <Menu position="bottom-end" width={200} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon size={28} className={classes.dots ?? ''} aria-label={t('people.actionsOf', { name: person.name })}>
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        {!isOff && <Menu.Item onClick={() => onAsk({ what: 'new-link', person })}>{t('people.newLink')}</Menu.Item>}
        <Menu.Item onClick={() => onAsk({ what: isOff ? 'reactivate' : 'deactivate', person })}>
          {t(isOff ? 'people.reactivate' : 'people.deactivate')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
