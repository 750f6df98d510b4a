import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { previewImport } from '@/api/transfer';
import type { ImportOptions } from '@/api/types';

/** What the file would do with these options. Held only while it is looked at. */
export function usePreview(fileId: number, file: File, options: ImportOptions, enabled: boolean) {
  return useQuery({
    queryKey: ['import-preview', fileId, options],
    queryFn: ({ signal }) => previewImport(file, options, signal),
    enabled,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });
}
