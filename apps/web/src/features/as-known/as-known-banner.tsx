import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../../engine/engine-context.tsx';
import type { EngineInfo, ShownMoment } from '../../engine/protocol.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useView } from '../../lib/view/use-view.ts';
import classes from './as-known.module.css';

/** Says that the dashboard shows what was known at a moment, how much of it there was, and leads back to now. */
export function AsKnownBanner() {
  const { t } = useTranslation('asKnown');
  const { view, patch } = useView();
  const { error, info } = useEngine();
  const { asOf } = view;
  if (asOf === undefined) return null;
  const moment = info?.moment?.asOf === asOf ? info.moment : null;
  const isBeforeAll = moment !== null && moment.writtenAt === null;
  return (
    <section className={classes.banner} aria-label={t('banner')}>
      <IconHistory size={16} stroke={1.5} aria-hidden="true" />
      <p role="status">{info && moment ? <Shown info={info} moment={moment} /> : error ? t('failed') : t('loading')}</p>
      {isBeforeAll && moment.firstAt !== null && (
        <button type="button" className={classes.link} onClick={() => patch({ asOf: 'r1' })}>
          {t('toFirst')}
        </button>
      )}
      <button type="button" className={classes.link} onClick={() => patch({ asOf: undefined })}>
        {t('back')}
      </button>
    </section>
  );
}

function Shown({ info, moment }: { readonly info: EngineInfo; readonly moment: ShownMoment }) {
  const { t } = useTranslation('asKnown');
  const format = useFormat();
  if (moment.writtenAt === null) {
    return moment.firstAt === null ? t('never') : t('before', { when: format.moment(moment.firstAt) });
  }
  return (
    <>
      <b>{t('title', { when: format.moment(moment.at ?? moment.writtenAt) })}</b>
      {' · '}
      {t('records', {
        count: moment.incidentsNow,
        known: format.count(info.incidents),
        now: format.count(moment.incidentsNow),
      })}
      <span className={classes.last}>
        {' · '}
        {t('lastChange', { when: format.moment(moment.writtenAt) })}
      </span>
    </>
  );
}
