import { useTranslation } from 'react-i18next';
import { Segments } from '@/components/Segments';
import { MEASURES, type Measure } from '@/training/measures';

/** Distance, time, sessions or load. */
export function MeasureChoice({ value, onChange }: { value: Measure; onChange: (measure: Measure) => void }) {
  const { t } = useTranslation('training');
  const options = MEASURES.map((measure) => ({ value: measure, label: t(`measure.${measure}`) }));
  return <Segments label={t('measure.label')} value={value} options={options} onChange={onChange} />;
}
