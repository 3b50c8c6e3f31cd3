import { type ReactNode, useId } from 'react';
import classes from './editor.module.css';

interface FormSectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the form. */
export function FormSection({ children, note, title }: FormSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h3 id={id}>{title}</h3>
        {note && <p>{note}</p>}
      </div>
      {children}
    </section>
  );
}
