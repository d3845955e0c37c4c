// The server alone, without building the web apps: what the process tests start.
import { start } from '../../src/server/main.ts';

await start(process.argv.slice(2), process.env);
