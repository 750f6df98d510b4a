import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/keys';

/** A write to the roster; when it is done everything that shows athletes or sessions is read anew. */
export function useRosterChange<Input, Result>(
  change: (input: Input) => Promise<Result>,
  onDone: (result: Result, input: Input) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (result, input) => {
      onDone(result, input);
      void client.invalidateQueries({ queryKey: keys.store });
    },
  });
}
