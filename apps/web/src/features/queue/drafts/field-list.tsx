import type { UnfinishedDraft } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import type { FieldCandidates } from '../../../lib/api/drafts.ts';
import type { Pointing } from './article-text.tsx';
import { choicesOf, takesSeveral, type ValueChoice } from './choose-values.ts';
import { DRAFT_FIELDS, type DraftField } from './draft-fields.ts';
import classes from './drafts.module.css';
import { useFieldWords } from './use-field-words.ts';

interface FieldListProps {
  /** As it stands with what was chosen. */
  readonly draft: UnfinishedDraft;
  readonly candidates: readonly FieldCandidates[];
  readonly chosen: readonly string[];
  /** Names of what the text says. */
  readonly told: ReadonlySet<string>;
  readonly pointing: Pointing | null;
  readonly onPoint: (pointing: Pointing | null) => void;
  readonly onChoose: (choice: ValueChoice) => void;
  /** Leads to where the text says it. */
  readonly onFollow: (name: string) => void;
}

/** What was read below the title, field by field; where it is not sure, with what it could be to choose from. */
export function FieldList(props: FieldListProps) {
  const { t } = useTranslation('queue');
  const { candidates, draft } = props;
  const words = useFieldWords();
  const shown = DRAFT_FIELDS.filter(
    (field) =>
      (field !== 'title' && words.value(field, draft) !== null) || candidates.some((one) => one.field === field),
  );
  return (
    <ul className={classes.fields} aria-label={t('drafts.fields')}>
      {shown.map((field) => (
        <FieldRow key={field} field={field} {...props} />
      ))}
    </ul>
  );
}

function FieldRow({ field, ...props }: FieldListProps & { readonly field: DraftField }) {
  const { t } = useTranslation('queue');
  const { candidates, draft, onFollow, onPoint, pointing, told } = props;
  const words = useFieldWords();
  const unsure = candidates.find((one) => one.field === field);
  const point = () => onPoint({ names: [field], from: 'field' });
  const value = words.value(field, draft);
  const content = (
    <>
      <span className={classes.label}>{words.label(field)}</span>
      <span className={classes.value} dir="auto" data-missing={value === null || undefined}>
        {value ?? t('drafts.notTold')}
      </span>
    </>
  );
  return (
    <li
      className={classes.field}
      data-lit={pointing?.names.includes(field) || undefined}
      data-unsure={unsure !== undefined || undefined}
      onMouseEnter={point}
      onMouseLeave={() => onPoint(null)}
    >
      {told.has(field) ? (
        <button
          type="button"
          id={`draft-${field}`}
          className={classes.told}
          title={t('drafts.toText')}
          onFocus={point}
          onBlur={() => onPoint(null)}
          onClick={() => onFollow(field)}
        >
          {content}
        </button>
      ) : (
        <div id={`draft-${field}`} tabIndex={-1} className={classes.told}>
          {content}
        </div>
      )}
      {unsure && <Choices unsure={unsure} field={field} {...props} />}
    </li>
  );
}

interface ChoicesProps extends FieldListProps {
  readonly field: DraftField;
  readonly unsure: FieldCandidates;
}

function Choices({ chosen, draft, field, onChoose, onPoint, told, unsure }: ChoicesProps) {
  const { t } = useTranslation('queue');
  const words = useFieldWords();
  const several = takesSeveral(field);
  return (
    <fieldset className={classes.choices}>
      <legend>{t(several ? 'drafts.unsureList' : 'drafts.unsure', { field: words.label(field) })}</legend>
      {choicesOf(draft, unsure, chosen).map((choice) => (
        <label
          key={choice.key}
          onMouseEnter={() => onPoint({ names: [choice.key], from: 'field' })}
          onMouseLeave={() => onPoint(null)}
        >
          <input
            type={several ? 'checkbox' : 'radio'}
            name={`choice-${field}`}
            checked={choice.isChosen}
            onFocus={() => onPoint({ names: [choice.key], from: 'field' })}
            onBlur={() => onPoint(null)}
            onChange={() => onChoose(choice)}
          />
          <span dir="auto">{words.value(field, choice.alone)}</span>
          {choice.proposedBy !== null && <small>{t('drafts.proposedBy', { model: choice.proposedBy })}</small>}
          {!told.has(choice.key) && <small>{t('drafts.notInText')}</small>}
        </label>
      ))}
    </fieldset>
  );
}
