import { type ReactNode, useId } from 'react';
import classes from './sources.module.css';

interface SourcesPartProps {
  readonly title: string;
  readonly note?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the page of sources. */
export function SourcesPart({ actions, children, note, title }: SourcesPartProps) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p className={classes.note}>{note}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
