// Builds the web apps where they are stale, then starts the server. Runs under Node 24.
import { buildWeb, isWebStale } from '../tools/web/build.ts';
import { start } from '../src/server/main.ts';

// The process that started us is gone: nobody could stop us any more.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

if (isWebStale()) process.stdout.write('Building the web apps (once, some seconds)\n');
await buildWeb();
await start(process.argv.slice(2), process.env);
