import type { Draft } from '@corridor/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoutes, useSites } from '../api/portfolio.ts';
import { useFormat } from '../use-format.ts';
import { type DraftPart, isToll } from './draft-parts.ts';

/** A part of a record in words, a line for each entry of a list; none where it is empty. */
export function usePartText(): (draft: Draft, part: DraftPart) => readonly string[] {
  const { t } = useTranslation(['editor', 'taxonomy', 'common']);
  const format = useFormat();
  const sites = useSites();
  const routes = useRoutes();
  return useCallback(
    (draft, part) => {
      const line = (...texts: readonly (string | null | false)[]) => {
        const text = texts.filter(Boolean).join(' · ');
        return text === '' ? [] : [text];
      };
      const grade = (given: Draft['grade'] | null) => given && given.reliability + given.credibility;
      const toll = (range: Draft['casualties']['killed']) =>
        range && range.low < range.high
          ? t('editor:versions.toll', { best: format.count(range.best), range: format.range(range) })
          : format.range(range);
      if (isToll(part)) return line(toll(draft.casualties[part]));
      switch (part) {
        case 'title':
        case 'summary':
        case 'notes':
        case 'projectSite':
          return line(draft[part]);
        case 'type':
          return line(t(`taxonomy:type.${draft.eventType}`), draft.subEventType);
        case 'target':
          return line(t(`taxonomy:targetType.${draft.targetType}`), draft.target);
        case 'occurred': {
          const { end, precision, start } = draft.occurred;
          return line(format.dates(start, end, precision), t(`editor:datePrecision.${precision}`));
        }
        case 'place': {
          const { district, latitude, longitude, name, precision, province } = draft.place;
          const point = latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;
          return line(name, district, province, point, t(`taxonomy:placePrecision.${precision}`));
        }
        case 'actors':
          return draft.actors.flatMap(({ claim, name }) => line(name, t(`taxonomy:claim.${claim}`)));
        case 'claims':
          return draft.claims.flatMap(({ by, kind, note, source, toll: said }) =>
            line(by, `${t(`editor:kind.${kind}`)} ${toll(said)}`, source, note),
          );
        case 'sources':
          return draft.sources.flatMap(({ basedOn, date, grade: given, publisher, title, url }) =>
            line(
              title || url,
              publisher,
              date && format.date(date),
              basedOn && t('editor:versions.basedOn', { agency: basedOn }),
              grade(given),
            ),
          );
        case 'grade':
          return line(
            grade(draft.grade),
            t(`taxonomy:reliability.${draft.grade.reliability}`),
            t(`taxonomy:credibility.${draft.grade.credibility}`),
          );
        case 'targetedSites': {
          const names = new Map([...sites, ...routes].map(({ id, name }) => [id, name]));
          return draft.targetedSites.map((id) => names.get(id) ?? id);
        }
        case 'summarisesDay':
          return line(t(draft.summarisesDay ? 'editor:versions.yes' : 'editor:versions.no'));
      }
    },
    [t, format, sites, routes],
  );
}
