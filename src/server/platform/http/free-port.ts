import { createServer } from 'node:net';
import { type ProcessSettings, WrongSetting } from '../process-settings.ts';

/** Throws {@link WrongSetting} when the port cannot be listened on, before anything else is touched. */
export async function mustBeFree({ port, host }: Pick<ProcessSettings, 'port' | 'host'>): Promise<void> {
  const probe = createServer();
  const fault = await new Promise<NodeJS.ErrnoException | null>((tell) => {
    probe.once('error', tell);
    probe.listen(port, host, () => probe.close(() => tell(null)));
  });
  if (fault !== null) throw portRefusal({ port, host }, fault);
}

/** Why a port could not be listened on, in one line that says what to do. */
export function portRefusal(
  { port, host }: Pick<ProcessSettings, 'port' | 'host'>,
  { code }: NodeJS.ErrnoException,
): WrongSetting {
  if (code === 'EADDRINUSE')
    return new WrongSetting(`Port ${port} is taken. Stop the program that uses it, or set PORT.`);
  if (code === 'EACCES')
    return new WrongSetting(`Port ${port} is not for this user. Set PORT to 1024 or more.`);
  return new WrongSetting(`HOST ${host} is no address of this machine. Set HOST to one, or leave it out.`);
}
