import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../../engine/engine-context.tsx';
import { LANGUAGES } from '../../../lib/i18n.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useProvinceName } from '../../../lib/use-place-text.ts';
import { useScreenFilter } from '../../../lib/view/screen-filter.ts';
import { useView } from '../../../lib/view/use-view.ts';
import { buildChips, type Chip, removeChip } from '../chips.ts';
import type { FilterPart } from '../filter-part.ts';
import { useTargetSites } from '../use-target-sites.ts';

/** The screen's filter as chips, and what the cross of each does. */
export function useChips(): { readonly chips: readonly Chip[]; readonly remove: (part: FilterPart) => void } {
  const { t } = useTranslation(['filters', 'taxonomy', 'common']);
  const format = useFormat();
  const { info } = useEngine();
  const { view, setFilter } = useView();
  const { filter, assumed, screen } = useScreenFilter();
  const targets = useTargetSites();
  const provinceName = useProvinceName();
  const lastDay = info?.lastDay ?? null;
  const chips = useMemo(
    () =>
      buildChips(filter, {
        t,
        format,
        locale: LANGUAGES.en.numbers,
        screen,
        lastDay,
        siteName: (id) => targets.get(id)?.name ?? id,
        provinceName,
      }),
    [filter, t, format, screen, lastDay, targets, provinceName],
  );
  const remove = (part: FilterPart) =>
    setFilter(removeChip(view.filter, part, assumed, { firstDay: info?.firstDay ?? null, lastDay }));
  return { chips, remove };
}
