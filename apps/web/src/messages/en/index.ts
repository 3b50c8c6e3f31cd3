import { access } from './access.ts';
import { asKnown } from './as-known.ts';
import { bulk } from './bulk.ts';
import { common } from './common.ts';
import { coverage } from './coverage.ts';
import { discussion } from './discussion.ts';
import { editor } from './editor.ts';
import { filters } from './filters.ts';
import { freshness } from './freshness.ts';
import { imports } from './imports.ts';
import { incidents } from './incidents.ts';
import { keys } from './keys.ts';
import { map } from './map.ts';
import { merging } from './merging.ts';
import { queue } from './queue.ts';
import { regions } from './regions.ts';
import { shell } from './shell.ts';
import { siteEditor } from './site-editor.ts';
import { sites } from './sites.ts';
import { splitting } from './splitting.ts';
import { taxonomy } from './taxonomy.ts';
import { timeline } from './timeline.ts';
import { trends } from './trends.ts';
import { workflow } from './workflow.ts';

/** Every English string of the dashboard, a namespace for each part of it. */
export const en = {
  access,
  asKnown,
  bulk,
  common,
  coverage,
  discussion,
  editor,
  filters,
  freshness,
  imports,
  incidents,
  keys,
  map,
  merging,
  queue,
  regions,
  shell,
  siteEditor,
  sites,
  splitting,
  taxonomy,
  timeline,
  trends,
  workflow,
} as const;
