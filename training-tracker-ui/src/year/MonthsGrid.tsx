import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { formatDay } from '@/training/days';
import { DayCell, type GridProps } from './DayCell';
import { monthBlocks } from './grid';
import { useGridKeys } from './useGridKeys';
import styles from './YearPage.module.css';

const nowhere = () => undefined;

/** The year as twelve small months, for a phone: nothing to scroll sideways, and cells that a thumb can meet. */
export function MonthsGrid(props: GridProps) {
  const { t } = useTranslation('year');
  const { weekStart, language } = usePreferences();
  const root = useRef<HTMLDivElement>(null);
  const keys = useGridKeys(root, props.year, 'months');
  return (
    <>
      <p className="visually-hidden">{t('keys')}</p>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys belong to the cells inside */}
      <div ref={root} className={styles.blocks} onKeyDown={keys.onKeyDown}>
        {monthBlocks(props.year, weekStart).map(({ month, weeks }) => (
          <section key={month}>
            <h3>{formatDay(month, language, { month: 'long' })}</h3>
            <div className={styles.block}>
              {weeks
                .flat()
                .map((day, index) =>
                  day === null ? (
                    <span key={`beside-${String(index)}`} />
                  ) : (
                    <DayCell
                      key={day}
                      {...props}
                      day={day}
                      isTabStop={day === keys.tabStop}
                      onFocus={keys.onFocus}
                      onPoint={nowhere}
                    />
                  ),
                )}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
