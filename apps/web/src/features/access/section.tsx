import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly note: string;
  /** What was just done, in place of the note: nothing moves. */
  readonly done: string;
  /** What can be done to all of it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a quiet page. */
export function Section({ actions, children, done, note, title }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h2 id={id}>{title}</h2>
          <p role="status" data-done={done !== '' || undefined}>
            {done === '' ? note : done}
          </p>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
