#!/usr/bin/env node
// npm test: brings what is missing, then runs everything. Arguments name test files.
import { handOver, installDependencies } from './runtime.js';

installDependencies();
handOver('bin/test.ts');
