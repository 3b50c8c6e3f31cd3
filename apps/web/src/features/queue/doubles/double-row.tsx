import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IncidentItem } from '../../../components/incident-item.tsx';
import type { PossibleDouble } from '../../../lib/api/doubles.ts';
import classes from './doubles.module.css';

interface DoubleRowProps {
  readonly pair: PossibleDouble;
  /** The id of the open record. */
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onMerge: () => void;
  readonly onApart: () => void;
}

/** Two records, what agrees in them, and what can be decided. */
export function DoubleRow({ onApart, onMerge, onOpen, openId, pair }: DoubleRowProps) {
  const { t } = useTranslation('queue');
  const [one, other] = pair.incidents;
  const names = { one: one.title, other: other.title };
  const score = Math.round(100 * pair.score);
  return (
    <li className={classes.row}>
      <div className={classes.pair}>
        {pair.incidents.map((incident) => (
          <button
            key={incident.id}
            type="button"
            className={classes.record}
            data-row=""
            data-open={incident.id === openId || undefined}
            aria-current={incident.id === openId || undefined}
            onClick={() => onOpen(incident.id)}
          >
            <IncidentItem incident={incident} />
          </button>
        ))}
      </div>
      <p className={classes.reasons}>
        <b>{t('doubles.score', { words: t(`doubles.likeness.${likenessOf(pair.score)}`), score })}</b>{' '}
        {pair.reasons.map(({ text }) => text).join(' · ')}
      </p>
      <div className={classes.actions}>
        <Button
          variant="default"
          size="compact-xs"
          aria-haspopup="dialog"
          aria-label={t('doubles.mergeNamed', names)}
          onClick={onMerge}
        >
          {t('doubles.merge')}
        </Button>
        <Button variant="default" size="compact-xs" aria-label={t('doubles.apartNamed', names)} onClick={onApart}>
          {t('doubles.apart')}
        </Button>
      </div>
    </li>
  );
}

function likenessOf(score: number): 'good' | 'some' | 'strong' {
  if (score >= 0.8) return 'strong';
  return score >= 0.7 ? 'good' : 'some';
}
