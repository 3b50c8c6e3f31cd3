import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../../../components/brand-mark.tsx';
import classes from './doors.module.css';

interface DoorFrameProps {
  readonly title: string;
  readonly text?: string | undefined;
  /** What else one can do here, under the card. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** A quiet page with one thing to do, for those who are not in yet. */
export function DoorFrame({ below, children, text, title }: DoorFrameProps) {
  const { t } = useTranslation('common');
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.brand}>
          <BrandMark size={24} />
          <b>{t('product')}</b>
        </div>
        <div className={classes.card}>
          <h1 className={classes.title}>{title}</h1>
          {text !== undefined && <p className={classes.text}>{text}</p>}
          {children}
        </div>
        {below && <div className={classes.below}>{below}</div>}
      </div>
    </main>
  );
}
