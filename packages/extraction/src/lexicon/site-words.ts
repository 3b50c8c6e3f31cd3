import type { SiteSector } from '@corridor/domain';

/** What texts call a project after its own name: "Dasu dam" is the Dasu Hydropower Project. By kind, else by sector. */
export const WORDS_OF_KIND: Readonly<Record<string, string>> = {
  'coal-power-plant':
    'power plant|coal power plant|coal plant|power station|coal fired power plant|power project|coal power project|پاور پلانٹ|بجلی گھر',
  'gas-power-plant': 'power plant|power station|gas power plant|پاور پلانٹ',
  hydropower:
    'dam|dams|dam project|hydropower|hydropower project|hydropower plant|hydropower dam|hydro power project|hydroelectric project|hydroelectric dam|hydel project|hydropower station|power project|ڈیم|ہائیڈرو پاور پروجیکٹ|ہائیڈرو پاور منصوبے|پن بجلی منصوبے|پن بجلی منصوبہ',
  seaport: 'port|seaport|sea port|deep sea port|deepwater port|deep water port|port project|پورٹ|بندرگاہ',
  airport: 'airport|international airport|ایئرپورٹ|ایئر پورٹ|ہوائی اڈے|انٹرنیشنل ایئرپورٹ',
  mine: 'mine|mines|copper mine|gold mine|mining project|copper project|copper gold mine|copper gold project|copper and gold mine|copper and gold project|project|منصوبہ|منصوبے',
  'nuclear-plant': 'nuclear power plant|nuclear plant|nuclear power complex|nuclear power station',
  sez: 'special economic zone|sez|economic zone|industrial zone',
  'free-zone': 'free zone|freezone',
  'dry-port': 'dry port',
  'wind-farm': 'wind farm|wind power project|wind power plant',
  'solar-park': 'solar park|solar plant',
  highway: 'expressway',
  'border-crossing': 'pass|border crossing',
  desalination: 'desalination plant',
};

/** Words that say what a project is, and are no part of its own name. */
export const PROJECT_WORDS: ReadonlySet<string> = new Set(
  'coal power plant plants hydropower dam project port airport international mine open pit copper gold lead zinc wind farm solar park special economic zone free nuclear rlng thermal dry railway expressway pass border desalination mw mgd'.split(
    ' ',
  ),
);

/** Whose sites are where their name says, so that the name alone tells of them. */
export const NAMED_ALONE: ReadonlySet<SiteSector> = new Set(['mining']);
