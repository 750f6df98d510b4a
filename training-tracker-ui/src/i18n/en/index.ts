import athletes from './athletes.json';
import calendar from './calendar.json';
import common from './common.json';
import importing from './import.json';
import log from './log.json';
import sessions from './sessions.json';
import settings from './settings.json';
import statistics from './statistics.json';
import training from './training.json';
import year from './year.json';

/** A namespace per page folder, so that a page's words are found beside each other. */
export const en = {
  common,
  sessions,
  log,
  calendar,
  year,
  statistics,
  training,
  athletes,
  import: importing,
  settings,
};
