import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './imports.module.css';
import { MappingEditor } from './mapping/mapping-editor.tsx';
import type { ChosenFile } from './use-chosen-files.ts';
import { useFileWords } from './use-file-words.ts';

interface ChosenFilesProps {
  readonly files: readonly ChosenFile[];
  /** The saved mapping that is taken up to be corrected. */
  readonly corrects: string | null;
  readonly onRemove: (key: string) => void;
  readonly onUpload: (file: ChosenFile, mapping: string) => void;
}

/** Each chosen file, how far it is, and, for one in no known format, what its columns hold. */
export function ChosenFiles({ corrects, files, onRemove, onUpload }: ChosenFilesProps) {
  const { t } = useTranslation('imports');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const waiting = files.find(({ key, stage }) => stage.kind === 'unmapped' && !closed.has(key));
  if (files.length === 0) return null;
  return (
    <>
      <ul className={classes.files} aria-label={t('chosen')}>
        {files.map((file) => (
          <li key={file.key}>
            <FileLine
              file={file}
              isMapped={waiting?.key === file.key}
              onMap={() => setClosed(new Set([...closed].filter((key) => key !== file.key)))}
            />
            <ActionIcon
              size={28}
              aria-label={t(file.stage.kind === 'uploading' ? 'giveUpUpload' : 'remove', { name: file.file.name })}
              onClick={() => onRemove(file.key)}
            >
              <IconX size={16} stroke={1.5} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {waiting?.stage.kind === 'unmapped' && (
        <MappingEditor
          key={waiting.key}
          file={waiting.file.name}
          guess={waiting.stage.guess}
          takes={corrects}
          onSaved={(name) => onUpload(waiting, name)}
          onBack={() => setClosed(new Set([...closed, waiting.key]))}
        />
      )}
    </>
  );
}

interface FileLineProps {
  readonly file: ChosenFile;
  /** Whether its mapping is open. */
  readonly isMapped: boolean;
  readonly onMap: () => void;
}

function FileLine({ file: { file, format, stage }, isMapped, onMap }: FileLineProps) {
  const { t } = useTranslation('imports');
  const words = useFileWords();
  const percent = stage.kind === 'uploading' ? Math.floor(stage.part * 100) : 0;
  return (
    <div className={classes.file}>
      <b>{file.name}</b> <small>{words.size(file.size)}</small>
      <p role="status" data-bad={stage.kind === 'refused' || undefined}>
        {format !== null && `${t('told', { format: words.format(format) })} `}
        {stage.kind === 'looking' && t('looking')}
        {stage.kind === 'uploading' && t('uploading', { percent })}
        {stage.kind === 'refused' && t('cannot', { reason: stage.reason })}
        {stage.kind === 'uploaded' && (
          <>
            {t('uploaded')}{' '}
            <Link to="/imports/$id" params={{ id: String(stage.id) }} search={(search) => search}>
              {t('open', { id: stage.id })}
            </Link>
          </>
        )}
      </p>
      {stage.kind === 'uploading' && <Progress value={percent} aria-label={t('uploading', { percent })} />}
      {stage.kind === 'unmapped' && !isMapped && (
        <Button variant="default" onClick={onMap}>
          {t('mapIt')}
        </Button>
      )}
    </div>
  );
}
