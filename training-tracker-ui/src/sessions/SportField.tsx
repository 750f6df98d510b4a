import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { type FormValues, OTHER } from './formValues';
import { useSports } from './queries';

const COMMON = ['run', 'ride', 'swim', 'walk', 'strength'] as const;

/** The sports of this log, most used first, then common ones; any other by name. */
export function SportField({ form }: { form: UseFormReturn<FormValues> }) {
  const { t } = useTranslation('sessions');
  const { register, control, formState } = form;
  const sport = useWatch({ control, name: 'sport' });
  const used = (useSports().data ?? []).flatMap((each) => (each.sport === null ? [] : [each.sport]));
  const common = COMMON.map((name) => t(`commonSports.${name}`));
  const chosen = sport === '' || sport === OTHER ? [] : [sport];
  const names = [...new Set([...used, ...common, ...chosen])];
  return (
    <>
      <Field label={t('sport')}>
        {(wiring) => (
          <select {...wiring} {...register('sport')}>
            <option value="">{t('noSport')}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
            <option value={OTHER}>{t('otherSport')}</option>
          </select>
        )}
      </Field>
      {sport === OTHER ? (
        <Field label={t('otherSportName')} error={formState.errors.otherSport?.message}>
          {(wiring) => <input {...wiring} autoComplete="off" {...register('otherSport')} />}
        </Field>
      ) : null}
    </>
  );
}
