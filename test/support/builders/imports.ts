import type { Answered, Ask } from '../world.ts';

export interface ImportBuilders {
  /** Uploads a file in Nexudus' customer layout; answers whatever the server says. */
  upload(
    content: string | Uint8Array, fields?: Record<string, string>, headers?: Record<string, string>,
  ): Promise<Answered>;
}

export function importBuilders(api: Ask): ImportBuilders {
  return {
    upload: (content, fields = {}, headers = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ layout: 'nexudusCustomers', ...fields }))
        form.set(name, value);
      form.set('file', new Blob([content as BlobPart], { type: 'text/csv' }), 'customers.csv');
      return api('POST', '/imports', form, headers);
    },
  };
}
