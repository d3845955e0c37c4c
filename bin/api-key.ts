// Makes an API key, beside a running server too. Runs under Node 24.
import { makeKey } from '../src/server/api-keys/command.ts';

process.exitCode = await makeKey(process.argv.slice(2), process.env);
