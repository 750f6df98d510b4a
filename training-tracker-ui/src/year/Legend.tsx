import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/preferences/store';
import { formatMeasure, type Measure } from '@/training/measures';
import type { StepBounds } from '@/training/scale';
import styles from './YearPage.module.css';

/** What each step stands for. */
export function Legend({ bounds, measure }: { bounds: StepBounds; measure: Measure }) {
  const { t } = useTranslation('year');
  const { units, language } = usePreferences();
  const text = (value: number) => formatMeasure(value, measure, units, language);
  const [second, third, fourth, fifth] = bounds;
  const steps =
    measure === 'sessions'
      ? [t('none'), '1', '2', '3', '4', t('from', { from: '5' })]
      : [
          t('none'),
          t('below', { to: text(second) }),
          t('between', { from: text(second), to: text(third) }),
          t('between', { from: text(third), to: text(fourth) }),
          t('between', { from: text(fourth), to: text(fifth) }),
          t('from', { from: text(fifth) }),
        ];
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {steps.map((step, index) => (
        <li key={index}>
          <i className={styles[`step${index as 0 | 1 | 2 | 3 | 4 | 5}`]} aria-hidden="true" />
          {step}
        </li>
      ))}
    </ul>
  );
}
