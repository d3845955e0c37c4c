#!/usr/bin/env node
// npm start: brings what is missing, then serves everything from one process.
import { handOver, installDependencies } from './runtime.js';

installDependencies();
handOver('bin/start.ts');
