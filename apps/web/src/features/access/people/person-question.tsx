import type { Role } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { Question } from '../question.tsx';
import { changePerson, type ListedPerson, makeLink, type OneTimeLink } from './listed-people.ts';

/** What others notice is asked first. */
export type Asked =
  | { readonly what: 'deactivate' | 'reactivate' | 'new-link'; readonly person: ListedPerson }
  | { readonly what: 'own-role'; readonly person: ListedPerson; readonly role: Role };

interface PersonQuestionProps {
  readonly asked: Asked;
  readonly onChanged: (person: ListedPerson) => void;
  readonly onLink: (link: OneTimeLink) => void;
  readonly onClose: () => void;
}

export function PersonQuestion({ asked, onChanged, onClose, onLink }: PersonQuestionProps) {
  const { t } = useTranslation('access');
  const { id, name } = asked.person;
  switch (asked.what) {
    case 'new-link':
      return (
        <Question
          title={t('people.newLinkQuestion', { name })}
          text={t('people.newLinkText')}
          confirm={t('people.newLinkConfirm')}
          act={() => makeLink(id)}
          onDone={({ link }) => onLink(link)}
          onClose={onClose}
        />
      );
    case 'own-role':
      return (
        <Question
          title={t('people.ownRoleQuestion')}
          text={t('people.ownRoleText')}
          confirm={t('people.ownRoleConfirm', { role: t(`role.${asked.role}`) })}
          act={() => changePerson(id, { role: asked.role })}
          onDone={({ person }) => onChanged(person)}
          onClose={onClose}
        />
      );
    default:
      return (
        <Question
          title={t(`people.${asked.what}Question`, { name })}
          text={t(`people.${asked.what}Text`)}
          confirm={t(`people.${asked.what}`)}
          act={() => changePerson(id, { active: asked.what === 'reactivate' })}
          onDone={({ person }) => onChanged(person)}
          onClose={onClose}
        />
      );
  }
}
