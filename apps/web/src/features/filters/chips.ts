import { type Area, dayOf, EVENT_TYPES, type Filter, monthsUpTo, periodBefore, VIOLENT_TYPES } from '@corridor/domain';
import type { TFunction } from 'i18next';
import type { Format } from '../../lib/use-format.ts';
import type { AssumedPart, Screen } from '../../lib/view/screen-filter.ts';
import { changeFilter, type FilterPart, withoutPart } from './filter-part.ts';

/** One removable part of the sentence "Showing … in … within … of …". */
export interface Chip {
  readonly part: FilterPart;
  /** The joining word before it, may be empty. */
  readonly lead: string;
  readonly text: string;
  /** Plain words that follow it: what the period is compared with. */
  readonly tail?: string;
}

export interface ChipContext {
  readonly t: TFunction<['filters', 'taxonomy', 'common']>;
  readonly format: Format;
  readonly locale: string;
  readonly screen: Screen;
  readonly lastDay: string | null;
  readonly siteName: (id: string) => string;
  readonly provinceName: (name: string) => string;
}

/** The chips of a filter, in the order in which they read as a sentence. */
export function buildChips(filter: Filter, context: ChipContext): readonly Chip[] {
  const builders = [typeChip, textChip, periodChip, placeChip, nearChip, areaChip, actorChip, targetChip, aimChip];
  return [...builders, severityChip, chineseChip, statusChip, gradeChip, originChip].flatMap((build) => {
    const chip = build(filter, context);
    return chip ? [chip] : [];
  });
}

type BuildChip = (filter: Filter, context: ChipContext) => Chip | null;

const typeChip: BuildChip = ({ type, subType }, { t, locale }) => {
  if (subType) {
    const names = subType.map((name) => t(`filters:subType.${name}`));
    return { part: 'type', lead: '', text: listValues(names, 'disjunction', locale, t) };
  }
  if (!type) return null;
  const chosen = EVENT_TYPES.filter((name) => type.includes(name));
  if (chosen.length === EVENT_TYPES.length) return { part: 'type', lead: '', text: t('filters:chip.allTypes') };
  if (chosen.length === VIOLENT_TYPES.length && VIOLENT_TYPES.every((name) => chosen.includes(name))) {
    return { part: 'type', lead: '', text: t('filters:chip.allViolence') };
  }
  const names = chosen.map((name) => t(`filters:typeInSentence.${name}`));
  const text = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  return { part: 'type', lead: '', text: capitalise(text, locale) };
};

const textChip: BuildChip = ({ q }, { t }) =>
  q === undefined ? null : { part: 'text', lead: t('filters:lead.text'), text: t('filters:chip.text', { text: q }) };

const periodChip: BuildChip = ({ from, to }, { t, format, screen, lastDay }) => {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) return { part: 'period', lead: '', text: format.period(from, to) };
  const months = wholeMonths(from, to);
  const compared = screen === 'regions' || screen === 'trends';
  const recent = compared && months !== null && to === lastDay;
  return {
    part: 'period',
    lead: t(recent ? 'filters:lead.inThe' : 'filters:lead.in'),
    text: recent
      ? t('filters:chip.monthsTo', { count: months, formatted: format.count(months), date: format.date(to) })
      : format.period(from, to),
    ...(compared ? { tail: describeBefore(from, to, months, t, format) } : {}),
  };
};

function describeBefore(from: string, to: string, months: number | null, t: ChipContext['t'], format: Format): string {
  if (months !== null) return t('filters:against.months', { count: months, formatted: format.count(months) });
  const before = periodBefore({ from: dayOf(from), to: dayOf(to) });
  const days = before.to - before.from + 1;
  return t('filters:against.days', { count: days, formatted: format.count(days) });
}

/** How many whole months a period is long, or null. */
function wholeMonths(from: string, to: string): number | null {
  const [start, end] = [dayOf(from), dayOf(to)];
  const months = Math.round((end - start + 1) / 30.44);
  return months > 0 && monthsUpTo(end, months).from === start ? months : null;
}

const placeChip: BuildChip = ({ province, district }, { t, locale, provinceName }) => {
  const names = district ?? province?.map(provinceName);
  return names ? { part: 'place', lead: '', text: listValues(names, 'disjunction', locale, t) } : null;
};

const nearChip: BuildChip = ({ site, route, radiusKm, certainty }, { t, format, locale, siteName }) => {
  if (!site && !route) return null;
  const names = [...(site ?? []), ...(route ?? [])].map(siteName);
  const inside = certainty === 'inside';
  const lead =
    radiusKm === undefined
      ? t(inside ? 'filters:lead.nearInside' : 'filters:lead.near')
      : t(inside ? 'filters:lead.nearRadiusInside' : 'filters:lead.nearRadius', { radius: format.km(radiusKm) });
  return { part: 'near', lead, text: listValues(names, 'disjunction', locale, t) };
};

const areaChip: BuildChip = ({ area, certainty }, { t, format }) =>
  area
    ? {
        part: 'area',
        lead: t(certainty === 'inside' ? 'filters:lead.areaInside' : 'filters:lead.in'),
        text: describeArea(area, t, format),
      }
    : null;

function describeArea(area: Area, t: ChipContext['t'], format: Format): string {
  if (area.kind === 'box') return t('filters:chip.box');
  if (area.kind === 'circle') return t('filters:chip.circle', { radius: format.km(area.radiusKm) });
  return t('filters:chip.polygon', { count: area.ring.length, formatted: format.count(area.ring.length) });
}

const actorChip: BuildChip = ({ actor }, { t, locale }) =>
  actor ? { part: 'actor', lead: t('filters:lead.actor'), text: listValues(actor, 'disjunction', locale, t) } : null;

const targetChip: BuildChip = ({ targetType }, { t, locale }) => {
  if (!targetType) return null;
  const names = targetType.map((name) => t(`filters:targetInSentence.${name}`));
  return { part: 'targetType', lead: t('filters:lead.targetType'), text: listValues(names, 'disjunction', locale, t) };
};

const aimChip: BuildChip = ({ targetedSite }, { t, locale, siteName }) =>
  targetedSite
    ? {
        part: 'targetedSite',
        lead: t('filters:lead.targetedSite'),
        text: listValues(targetedSite.map(siteName), 'disjunction', locale, t),
      }
    : null;

const severityChip: BuildChip = ({ minSeverity }, { t }) => {
  if (minSeverity === undefined) return null;
  const words = { level: minSeverity, name: t(`taxonomy:severity.${minSeverity}`) };
  const text = t(minSeverity === 5 ? 'filters:chip.severityTop' : 'filters:chip.severity', words);
  return { part: 'severity', lead: t('filters:lead.of'), text };
};

const chineseChip: BuildChip = ({ chinese }, { t }) =>
  chinese === undefined
    ? null
    : {
        part: 'chinese',
        lead: t('filters:lead.with'),
        text: t(chinese ? 'filters:chip.chinese' : 'filters:chip.notChinese'),
      };

const statusChip: BuildChip = ({ status }, { t, locale }) => {
  if (!status) return null;
  const names = status.map((name) => t(`filters:statusInSentence.${name}`));
  return { part: 'status', lead: t('filters:lead.status'), text: listValues(names, 'disjunction', locale, t) };
};

const gradeChip: BuildChip = ({ grade }, { t, locale }) =>
  grade
    ? {
        part: 'grade',
        lead: t('filters:lead.of'),
        text: t('filters:chip.grade', { values: listValues(grade, 'disjunction', locale, t) }),
      }
    : null;

const originChip: BuildChip = ({ origin }, { t, locale }) =>
  origin
    ? { part: 'origin', lead: t('filters:lead.origin'), text: listValues(origin, 'disjunction', locale, t) }
    : null;

const MAX_NAMED = 3;

function listValues(
  values: readonly string[],
  type: 'conjunction' | 'disjunction',
  locale: string,
  t: ChipContext['t'],
): string {
  if (values.length <= MAX_NAMED) return new Intl.ListFormat(locale, { type }).format(values);
  const named = values.slice(0, MAX_NAMED - 1).join(', ');
  return t('filters:chip.firstAndMore', { values: named, count: values.length - MAX_NAMED + 1 });
}

function capitalise(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/**
 * The URL's filter after its chip was removed. An assumed part has nothing to remove in the URL: all types, or the
 * whole extent of the data, take its place there.
 */
export function removeChip(
  urlFilter: Filter,
  part: FilterPart,
  assumed: readonly AssumedPart[],
  extent: { readonly firstDay: string | null; readonly lastDay: string | null },
): Filter {
  if (part === 'type' && assumed.includes('type')) return changeFilter(urlFilter, { type: EVENT_TYPES });
  if (part === 'period' && assumed.includes('period') && extent.firstDay !== null && extent.lastDay !== null) {
    return changeFilter(urlFilter, { from: extent.firstDay, to: extent.lastDay });
  }
  return withoutPart(urlFilter, part);
}
