// Starts the server; the web apps are built where they are stale. Runs under Node 24.
import { start } from '../src/server/main.ts';
import { buildWeb, staleParts } from '../tools/web/build.ts';

// The process that started us is gone: nobody could stop us any more.
if (process.channel) process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await start(process.argv.slice(2), process.env, async (say) => {
  const stale = staleParts();
  if (stale.length === 0) return;
  say('Building the web apps (once, some seconds)');
  await buildWeb(stale);
});
