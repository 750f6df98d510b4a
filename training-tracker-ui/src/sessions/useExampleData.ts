import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import { addExampleData } from '@/api/transfer';
import { useToast } from '@/components/Toast';

/** Fills an empty store with example data; says so itself when it fails. */
export function useExampleData() {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: addExampleData,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.store }),
    onError: (error) => toast({ kind: 'error', text: error.message }),
  });
}
