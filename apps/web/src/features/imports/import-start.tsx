import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChosenFiles } from './chosen-files.tsx';
import { ImportList } from './import-list.tsx';
import classes from './imports.module.css';
import { SavedMappings } from './mapping/saved-mappings.tsx';
import { uploadedFile } from './uploaded-files.ts';
import { useChosenFiles } from './use-chosen-files.ts';

interface ImportStartProps {
  /** The saved mapping that somebody came here to correct, and the import whose file was read by it. */
  readonly corrects: { readonly mapping: string; readonly importId: number; readonly file: string } | null;
  /** Told the import of a file that was chosen alone. */
  readonly onUploaded: (id: number) => void;
}

/** Files are chosen or dropped, and what was imported before is listed. */
export function ImportStart({ corrects, onUploaded }: ImportStartProps) {
  const { t } = useTranslation('imports');
  const { choose, files, remove, upload } = useChosenFiles(onUploaded);
  const known = corrects && uploadedFile(corrects.importId);
  const isTaken = useRef(false);
  useEffect(() => {
    if (!known || isTaken.current) return;
    isTaken.current = true;
    void choose([known]);
  }, [choose, known]);
  return (
    <div className={classes.page}>
      <section className={classes.part}>
        <h2>{t('heading')}</h2>
        <p className={classes.note}>{t('note')}</p>
        {corrects && (
          <p className={classes.text}>
            {t(known ? 'correctsKnown' : 'corrects', { name: corrects.mapping, file: corrects.file })}
          </p>
        )}
        <DropZone onFiles={(chosen) => void choose(chosen)} />
        <ChosenFiles
          files={files}
          corrects={corrects?.mapping ?? null}
          onRemove={remove}
          onUpload={(file, mapping) => void upload(file, mapping)}
        />
      </section>
      <ImportList />
      <SavedMappings />
    </div>
  );
}

function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('imports');
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keyboard
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <IconUpload size={24} stroke={1.5} aria-hidden="true" />
      <span>{t('drop')}</span>
      <FileButton multiple accept=".csv,.tsv,.txt,.xlsx,.json,.geojson" onChange={onFiles}>
        {(props) => (
          <Button size="sm" {...props}>
            {t('choose')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
