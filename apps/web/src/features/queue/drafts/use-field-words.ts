import { CASUALTY_KINDS, type UnfinishedDraft } from '@corridor/domain';
import { useTranslation } from 'react-i18next';
import { useRoutes, useSites } from '../../../lib/api/portfolio.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { usePlaceText } from '../../../lib/use-place-text.ts';
import { type DraftField, isDraftField } from './draft-fields.ts';

export interface FieldWords {
  readonly label: (field: DraftField) => string;
  /** What a draft says in a field; null where it says nothing. */
  readonly value: (field: DraftField, draft: UnfinishedDraft) => string | null;
  /** The name of a span: of a field, of one of its candidates (`place.1`), of a site, or of an event that is recalled. */
  readonly span: (name: string) => string;
  readonly site: (id: string) => string;
}

/** Fields of drafts and what they say, in words. */
export function useFieldWords(): FieldWords {
  const { t } = useTranslation(['queue', 'editor', 'taxonomy']);
  const format = useFormat();
  const placeText = usePlaceText();
  const targets = [...useSites(), ...useRoutes()];
  const site = (id: string) => targets.find((target) => target.id === id)?.name ?? id;
  const label = (field: DraftField) => {
    const kind = CASUALTY_KINDS.find((one) => field === `casualties.${one}`);
    if (kind) return t(`editor:kind.${kind}`);
    if (field === 'occurred' || field === 'place' || field === 'actors' || field === 'sources') {
      return t(`editor:part.${field}`);
    }
    return field === 'targetedSites' ? t('editor:part.targetedSites') : t(`editor:label.${asLabel(field)}`);
  };
  const value = (field: DraftField, draft: UnfinishedDraft): string | null => {
    const kind = CASUALTY_KINDS.find((one) => field === `casualties.${one}`);
    if (kind) return draft.casualties?.[kind] ? format.range(draft.casualties[kind]) : null;
    switch (field) {
      case 'occurred':
        return format.dates(draft.occurred.start, draft.occurred.end, draft.occurred.precision);
      case 'place': {
        const { place } = draft;
        return place ? placeText({ ...place, placeName: place.name, placePrecision: place.precision }) : null;
      }
      case 'eventType':
        return draft.eventType ? t(`taxonomy:type.${draft.eventType}`) : null;
      case 'targetType':
        return draft.targetType ? t(`taxonomy:targetType.${draft.targetType}`) : null;
      case 'actors':
        return joined(draft.actors?.map(({ claim, name }) => `${name} (${t(`taxonomy:claim.${claim}`)})`));
      case 'targetedSites':
        return joined(draft.targetedSites?.map(site));
      case 'sources':
        return joined(draft.sources?.map(({ publisher, title, url }) => title || publisher || url));
      case 'title':
      case 'summary':
      case 'target':
        return draft[field] || null;
      default:
        return draft.subEventType ?? null;
    }
  };
  const span = (name: string) => {
    if (isDraftField(name)) return label(name);
    if (name.startsWith('site.')) return site(name.slice('site.'.length));
    const field = name.slice(0, name.lastIndexOf('.'));
    return isDraftField(field) ? t('drafts.candidateOf', { field: label(field) }) : t('drafts.recalledSpan');
  };
  return { label, value, span, site };
}

function joined(names: readonly string[] | undefined): string | null {
  return names && names.length > 0 ? names.join(', ') : null;
}

/** Guarantee: of the fields that `label` has not named before, all have a label of the form. */
function asLabel(field: DraftField) {
  return field as 'title' | 'summary' | 'eventType' | 'subEventType' | 'targetType' | 'target';
}
