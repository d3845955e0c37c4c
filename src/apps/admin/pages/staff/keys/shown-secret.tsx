import { useState } from 'react';
import { Banner, Button, icons, usePhrase } from '../../../../../kit/plain/index.ts';

/** A secret, once, with the first call ready to copy. */
export function ShownSecret({ secret }: { readonly secret: string }) {
  const phrase = usePhrase();
  const curl = `curl ${location.origin}/api/v1/me \\\n  -H "Authorization: Bearer ${secret}"`;
  return (
    <>
      <div role="status"><Banner tone="soon">{phrase('admin-staff.newKey.once')}</Banner></div>
      <Copied label={phrase('admin-staff.newKey.secret')} text={secret} />
      <Copied label={phrase('admin-staff.newKey.curl')} text={curl} />
    </>
  );
}

function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const phrase = usePhrase();
  const [done, setDone] = useState(false);
  return (
    <div className="field">
      <span className="row"><span className="label">{label}</span>
        <Button small icon={done ? icons.check : icons.copy} onClick={() => {
          void navigator.clipboard.writeText(text).then(() => setDone(true));
        }}>{phrase(done ? 'kit.copied' : 'kit.copy')}</Button></span>
      <code className="secret">{text}</code>
    </div>
  );
}
