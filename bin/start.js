#!/usr/bin/env node
// npm start: brings what is missing, then serves everything from one process.
import { goOnWith, installDependencies } from './runtime.js';

installDependencies();
await goOnWith('bin/start.ts');
