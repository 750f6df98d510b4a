import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/types';
import { usePreferences } from '@/preferences/store';
import { formatDistance, formatShortDistance } from '@/training/distance';
import { formatDuration } from '@/training/duration';
import { formatPaceOrSpeed } from '@/training/pace';
import { useEntry } from './entry';
import styles from './SessionChip.module.css';
import { sportColour } from './sportColour';

type Props = {
  session: Session;
  /** Where sessions of several athletes stand side by side. */
  withAthlete: boolean;
  /** A row across a phone, with the pace. */
  wide?: boolean;
};

/** A session in a few words; opens it for editing. */
export function SessionChip({ session, withAthlete, wide = false }: Props) {
  const { t } = useTranslation('training');
  const { units, language } = usePreferences();
  const { openEdit } = useEntry();
  const sport = session.sport ?? t('chip.noSport');
  const distance = session.distance > 0 ? formatDistance(session.distance, units, language) : null;
  const duration = session.duration > 0 ? formatDuration(session.duration) : null;
  const pace = distance && duration ? formatPaceOrSpeed(session, session.sport, units, language) : null;
  const short = formatShortDistance(session.distance, units, language);
  const parts = [distance && !wide ? short : distance, duration, wide ? pace : null].filter(
    (part) => part !== null,
  );
  const rest = [wide ? null : pace, session.notes].filter(Boolean);
  const label = [sport, session.athlete_name, distance, duration, pace, session.notes].filter(Boolean);
  return (
    <button
      type="button"
      className={[styles.chip, wide ? styles.wide : '', styles[sportColour(session.sport)]].join(' ')}
      title={label.join(', ')}
      onClick={() => openEdit(session)}
    >
      <span className={styles.sport}>{withAthlete ? `${sport} · ${session.athlete_name}` : sport}</span>
      <span className={styles.numbers}>
        {parts.length === 0 ? '–' : parts.map((part) => <span key={part}>{part}</span>)}
      </span>
      <span className="visually-hidden">{[...rest, t('chip.edit')].map((part) => `, ${part ?? ''}`)}</span>
    </button>
  );
}
